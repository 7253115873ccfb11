import type { WindowState } from '../../settings/index.ts'

/** In device-independent pixels. */
export interface Area {
  x: number
  y: number
  width: number
  height: number
}

export interface Placed {
  width: number
  height: number
  /** Absent: where the system puts it. */
  x?: number
  y?: number
  maximised: boolean
}

const usual = { width: 1280, height: 860 }
/** So much of the window has to be on a screen for a person to find it and drag it. */
const enough = { width: 160, height: 60 }

/** Puts the window back where it was, unless that screen is gone. */
export function placeWindow(state: WindowState | null, screens: readonly Area[]): Placed {
  if (state === null) return { ...usual, maximised: false }
  const { x, y, width, height, maximised } = state
  if (x === null || y === null || !screens.some(area => isFound({ x, y, width, height }, area))) {
    return { width, height, maximised }
  }
  return { x, y, width, height, maximised }
}

export function stateOf({ x, y, width, height }: Area, maximised: boolean): WindowState {
  return { x, y, width, height, maximised }
}

function isFound(window: Area, screen: Area): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  const down = Math.min(window.y + window.height, screen.y + screen.height) - Math.max(window.y, screen.y)
  // The title bar is at the top: a window that hangs down from above the screen cannot be dragged.
  return across >= enough.width && down >= enough.height && window.y >= screen.y - 8
}
