import { positionOf } from '../../shared/content/index.ts'
import type { DrawnPage } from '../../shared/contract/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { api } from '../connection/api.ts'
import { lookAtFrame } from '../editor/preview/axe-in-frame.ts'
import { previewViews } from '../editor/preview/preview-views.ts'
import { type Findings, findingsOf, type Known } from '../editor/preview/rendered-findings.ts'

export interface DrawnFrame {
  look(page: DrawnPage): Promise<Findings>
  close(): void
}

/**
 * One frame in which page after page is drawn, out of everybody's sight and reach, for a browser's own look at it. No script
 * runs in it, as in the preview (decision 4).
 */
export function openDrawnFrame(): DrawnFrame {
  const stage = document.createElement('div')
  stage.className = 'drawn-stage'
  stage.inert = true
  const frame = document.createElement('iframe')
  frame.title = 'A page as families will see it'
  frame.sandbox.add('allow-same-origin')
  frame.style.width = `${previewViews.desktop.width}px`
  stage.append(frame)
  document.body.append(stage)
  let stop: (error: Error) => void = () => undefined

  return {
    async look(page) {
      const shown = Promise.withResolvers<unknown>()
      stop = shown.reject
      frame.addEventListener('load', shown.resolve, { once: true })
      frame.src = page.url
      await shown.promise
      const inside = frame.contentWindow
      const isPage = frame.contentDocument?.querySelector('h1') != null
      if (inside === null || !isPage) throw new Error(`${page.url} is not there`)
      const seen = await lookAtFrame(inside)
      if (seen.length === 0) return { ofWords: [], ofSite: [], criteria: [] }
      const words = await api.site.drawnWords({ id: page.id })
      if (isRefusal(words)) throw new Error(words.sentence)
      const known = words.known.flatMap(({ rule, place }): Known[] => {
        const where = place === 'title' ? place : positionOf(words.doc, place)
        return where === null ? [] : [{ rule, where }]
      })
      return findingsOf(seen, words.doc, known)
    },
    close() {
      stop(new Error('The frame was closed.'))
      stage.remove()
    },
  }
}
