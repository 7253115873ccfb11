import { isNamedAsDecoration, isNamedAsInformation, isSpacer } from '../pictures.ts'
import { type Picture, rule } from '../rule.ts'

/** A picture that says nothing to those who cannot see it. WCAG 2.2 SC 1.1.1. */
export const imageAlt = rule({
  id: 'image-alt',
  severity: 'error',
  wcag: ['1.1.1'],
  why: 'People who cannot see the picture get nothing from it unless its words say the same.',
  on: {
    picture: picture => {
      const message = isSpacer(picture) ? null : picture.isDecorative ? lackOfDecoration(picture) : lack(picture)
      if (message === null) return null
      // Whoever said in a web page that a picture says nothing may have been right.
      return (picture.alt === '' || picture.isDecorative) && !picture.link
        ? { message, place: picture.place, severity: 'warning' }
        : { message, place: picture.place }
    },
  },
  examples: {
    fail: [
      '::figure{src="media/bus.png"}',
      'Take the bus ![](media/bus.png) to school.',
      '<img src="bus.png"> Take the bus.',
      '[![](media/bus.png)](https://example.org/bus)',
      '[![](media/bus.png) →](https://example.org/bus)',
    ],
    pass: [
      '::figure{src="media/bus.png" alt="A wheelchair ramp leads into a school bus"}',
      '::figure{src="media/wave.png" decorative}',
      'Take the bus ![](media/wave.png) to school.',
      '[![](media/bus.png) Travel to school](https://example.org/travel)',
      '[Travel to school ![](media/bus.png)](https://example.org/travel)',
    ],
    html: {
      fail: [
        '<p><img src="bus.jpg"></p>',
        '<p><a href="/travel"><img src="bus.jpg" alt=""></a></p>',
        '<figure><img src="bus.jpg" alt=""><figcaption>The new bus at the stop</figcaption></figure>',
        '<p><img src="route-map.png" alt=""></p>',
        '<div><img src="/m/WayToPool.jpg" alt=""></div><p>Ring us.</p>',
        '<p>The chart below shows how long it takes.</p><p><img src="weeks.png" alt=""></p>',
        '<div role="img"></div>',
        '<p>See the photo of the hall below.</p><p><img src="hall.jpg" alt="" role="presentation"></p>',
        '<p>Meet our mentors.</p><p><img src="mentors.jpg" alt=""></p>',
        '<p>Meet Leila, who runs the club:</p><div><img src="leila.jpg" alt=" "></div>',
        '<p>The plan below shows the rooms.</p><img src="rooms.jpg" alt=""><p>Come in at the back.</p>',
        '<p>As the picture shows, both feet are flat on the floor. <img src="desk.jpg" alt=""></p>',
      ],
      pass: [
        '<p><img src="balloons.jpg" alt=""> Come to the summer party.</p>',
        '<p><img src="icon-2.png" alt=""> The map shows all our clubs.</p>',
        '<p><a href="/travel"><img src="bus.jpg" alt=""> Travel to school</a></p>',
        '<p><img src="bus.jpg" role="presentation"></p>',
        '<p><img src="hall.jpg" aria-label="The hall has a ramp on its left"></p>',
        '<div><img src="mentors.jpg" alt=""></div><p>Bring:</p>',
        '<div aria-hidden="true"><img src="hall.jpg"></div>',
        '<p>The plan below shows the rooms.</p><p>Come in.</p><img src="balloons.jpg" alt=""> Balloons are up.',
        '<p>There is a map on our contact page.</p><p><img src="wave.png" alt=""></p>',
      ],
    },
  },
})

/** What is missing, or null where nothing is. */
function lack(picture: Picture): string | null {
  const { alt, src, link, caption, beside, isParagraph } = picture
  const what = beside === '' || beside === caption ? 'This picture' : 'A picture in this line'
  if (alt === null) {
    // In Markdown nobody can say that nothing was meant, but by the name of the file; a link with words has its name.
    const isMeant =
      picture.place.within === undefined && (isNamedAsDecoration(picture) || /\p{L}/u.test(link?.words ?? ''))
    return isMeant ? null : `${what} has no text alternative. Say what it tells, or that it is decorative.`
  }
  if (alt.trim() !== '' || !src) return null
  if (link) {
    return link.words === '' ? 'This picture is all that its link has, and it has no words. Say where it leads.' : null
  }
  if (isNamedAsDecoration(picture)) return null
  const informs =
    caption !== '' ||
    pointing.test(beside) ||
    (beside === '' && (isParagraph || isNamedAsInformation(picture) || isSpokenOf(picture)))
  return informs ? 'This picture tells something, and its text alternative is empty. Say what it tells.' : null
}

/** Whoever says that a picture tells nothing, and sends the reader to look at it, says one thing too many. */
function lackOfDecoration({ near, link }: Picture): string | null {
  if (link || !(pointing.test(near.before) || pointing.test(near.after))) return null
  return 'The words beside it send readers to this picture, which is marked as decorative. Say what it tells.'
}

const pointing =
  /\b(?:the|this|our) (?:chart|diagram|drawing|flow ?chart|graph|illustration|image|infographic|map|photo|photograph|picture|plan|poster|screenshot|timeline|timetable)(?: (?:above|below|here|opposite))? (?:above|below|explains|gives|here|illustrates|lists|opposite|sets out|shows|tells)\b|\b(?:see|look at|follow|use) the (?:chart|diagram|drawing|flow ?chart|graph|illustration|image|infographic|map|photo|picture|timeline)(?: of [\p{L}’' -]{1,40})? (?:above|below|here)\b/iu

/** Whether the words around it send the reader to look at it, or end in a colon before it. */
function isSpokenOf({ near }: Picture): boolean {
  return pointing.test(near.before) || pointing.test(near.after) || near.before.trimEnd().endsWith(':')
}
