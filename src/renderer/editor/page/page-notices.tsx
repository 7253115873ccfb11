import { places } from '../../app/places.ts'
import { WithdrawnNotice } from '../../review/withdrawn-notice.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import type { PageNews, PageSession } from '../session/page-session.ts'
import { useSessionView } from '../session/use-session.ts'
import { WrittenElsewhere } from './written-elsewhere.tsx'

/** What somebody has to know of this page before going on: each once, above the text, until it is put away. */
export function PageNotices({ session }: { session: PageSession }) {
  const fieldTrouble = session.opened.trouble
  const title = useSessionView(session, view => view.entry.fields.title)
  const news = useSessionView(session, view => view.news)
  const trouble = useSessionView(session, view => view.trouble)
  return (
    <>
      <WrittenElsewhere turn={session.turn} />
      <WithdrawnNotice id={session.id} title={title} />
      {news !== null && <News news={news} onSeen={() => session.view.set(view => ({ ...view, news: null }))} />}
      <RefusalNotice
        refusal={trouble}
        actions={
          <Button size="small" onPress={() => void session.save()}>
            Try again
          </Button>
        }
      />
      {fieldTrouble.length > 0 && (
        <Notice tone="warn">
          {fieldTrouble.map(({ field, sentence }) => (
            <p key={field}>{sentence}</p>
          ))}
          <p>
            {fieldTrouble.some(({ field }) => field === 'file')
              ? 'Write them again here, or put an earlier version back under History. The lines stay in the file.'
              : 'What stands in the file is kept until you change that detail.'}
          </p>
        </Notice>
      )}
    </>
  )
}

function News({ news, onSeen }: { news: PageNews; onSeen: () => void }) {
  return (
    <Notice
      tone={news === 'choose' ? 'warn' : 'info'}
      announced
      actions={
        <>
          {news === 'choose' && (
            <LinkButton size="small" href={places.choose}>
              Choose
            </LinkButton>
          )}
          <Button size="small" kind="bare" onPress={onSeen}>
            I have seen it
          </Button>
        </>
      }
    >
      <p>
        {news === 'choose'
          ? 'You and a colleague changed the same words here. Both are kept: theirs stand on the page until you choose.'
          : 'A change to this page has come in. Your own words are as they were.'}
      </p>
    </Notice>
  )
}
