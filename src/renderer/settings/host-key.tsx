import { Notice } from '../ui/notice.tsx'

interface HostKeyProps {
  /** Empty until somebody has trusted one. */
  trusted: string
  /** What the server shows now; null before anybody looked. */
  shown: string | null
  server: string
}

/** By which key a server is known: a person compares it once, and Signpost each time. */
export function HostKey({ trusted, shown, server }: HostKeyProps) {
  if (shown === null) {
    return (
      <p className="settings-lead">
        {trusted === '' ? (
          'Nobody has said yet by which key this server is known. Look at it before you give a password.'
        ) : (
          <>
            Signpost sends to this server only while it shows the key <code className="host-key">{trusted}</code>.
          </>
        )}
      </p>
    )
  }
  if (shown === trusted) {
    return (
      <Notice tone="good" announced>
        {server} shows the key that is trusted.
      </Notice>
    )
  }
  return (
    <Notice tone={trusted === '' ? 'warn' : 'stop'} announced>
      <p className="strong">
        {server} shows {trusted === '' ? 'this key' : 'another key than the one that is trusted'}:
      </p>
      <p>
        <code className="host-key">{shown}</code>
      </p>
      {trusted !== '' && (
        <p>
          The one that is trusted is <code className="host-key">{trusted}</code>. Somebody may stand in between.
        </p>
      )}
      <p>
        Ask whoever runs the web host for their key, and compare it letter by letter. Trust it only if it is the same.
      </p>
    </Notice>
  )
}
