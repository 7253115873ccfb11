/** The security headers of everything that a shell answers: one list for both shells. */

export type Headers = Record<string, string>

const always: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()',
}

/**
 * The window itself. Scripts, fonts and styles come from the program's own files only; a style element needs the nonce of
 * this very answer (React Aria makes one). `socket` is the WebSocket's origin in loopback, and null in Electron, whose
 * window talks through a port.
 */
export function windowHeaders({ nonce, socket }: { nonce: string; socket: string | null }): Headers {
  return {
    ...always,
    'Content-Security-Policy': policy({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': `'self' 'nonce-${nonce}'`,
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'connect-src': socket === null ? "'self'" : `'self' ${socket}`,
      'worker-src': "'self'",
      'frame-src': "'self'",
      'manifest-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'object-src': "'none'",
    }),
    'X-Frame-Options': 'DENY',
    'Cache-Control': 'no-store',
  }
}

/** The window's scripts, styles and fonts: Vite names them by their content, so they never change. */
export function windowFileHeaders(): Headers {
  return { ...always, 'Content-Security-Policy': inertPolicy, 'Cache-Control': 'private, max-age=31536000, immutable' }
}

/** A page of the preview: what families will see, with no script at all, framed by the window only. */
export function previewHeaders(): Headers {
  return {
    ...always,
    'Content-Security-Policy': policy({
      'default-src': "'none'",
      'script-src': "'none'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'font-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'self'",
      sandbox: 'allow-same-origin',
    }),
    'X-Frame-Options': 'SAMEORIGIN',
    'Cache-Control': 'no-store',
  }
}

/** A workspace's own file, which may be an SVG with a script in it: shown as a picture, it can do nothing. */
export function workspaceFileHeaders(): Headers {
  return { ...always, 'Content-Security-Policy': inertPolicy, 'X-Frame-Options': 'DENY', 'Cache-Control': 'no-cache' }
}

const inertPolicy = policy({
  'default-src': "'none'",
  'style-src': "'unsafe-inline'",
  'frame-ancestors': "'none'",
  sandbox: '',
})

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')
}
