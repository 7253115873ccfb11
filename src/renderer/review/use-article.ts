import { type RefObject, useEffect, useRef, useState } from 'react'
import { type ArticleText, articleText } from './article-text.ts'

/** The shown page's words, read again whenever its HTML is set anew. */
export function useArticle(version: string): { root: RefObject<HTMLDivElement | null>; article: ArticleText | null } {
  const root = useRef<HTMLDivElement>(null)
  const [article, setArticle] = useState<ArticleText | null>(null)
  useEffect(() => {
    const element = root.current
    if (element === null || version === '') return
    const read = () => setArticle(articleText(element))
    read()
    const observer = new MutationObserver(read)
    observer.observe(element, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [version])
  return { root, article }
}
