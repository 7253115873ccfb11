import type { Rule } from '../rule.ts'
import { acronyms } from './acronyms.ts'
import { addressTyped } from './address-typed.ts'
import { alignment } from './alignment.ts'
import { americanSpelling } from './american-spelling.ts'
import { ampersand } from './ampersand.ts'
import { andOr } from './and-or.ts'
import { capitals } from './capitals.ts'
import { contractions } from './contractions.ts'
import { contrast } from './contrast.ts'
import { controlFake } from './control-fake.ts'
import { controlLabel } from './control-label.ts'
import { controlName } from './control-name.ts'
import { dateAmbiguous } from './date-ambiguous.ts'
import { datePassed } from './date-passed.ts'
import { dateRelative } from './date-relative.ts'
import { dateWeekday } from './date-weekday.ts'
import { detailsSummary } from './details-summary.ts'
import { doubleNegatives } from './double-negatives.ts'
import { drawnCharacters } from './drawn-characters.ts'
import { embedTitle } from './embed-title.ts'
import { emoji } from './emoji.ts'
import { emphasisLong } from './emphasis-long.ts'
import { factsDiffer } from './facts-differ.ts'
import { factsImpossible } from './facts-impossible.ts'
import { headingAlone } from './heading-alone.ts'
import { headingEmpty } from './heading-empty.ts'
import { headingFake } from './heading-fake.ts'
import { headingLong } from './heading-long.ts'
import { headingNone } from './heading-none.ts'
import { headingOrder } from './heading-order.ts'
import { headingSame } from './heading-same.ts'
import { headingStyled } from './heading-styled.ts'
import { headingTop } from './heading-top.ts'
import { headingVague } from './heading-vague.ts'
import { hiddenVerbs } from './hidden-verbs.ts'
import { idioms } from './idioms.ts'
import { imageAlt } from './image-alt.ts'
import { imageAltWords } from './image-alt-words.ts'
import { imageDecorative } from './image-decorative.ts'
import { imageMoving } from './image-moving.ts'
import { imageOfText } from './image-of-text.ts'
import { imageSpacer } from './image-spacer.ts'
import { imageTitle } from './image-title.ts'
import { keptContent } from './kept-content.ts'
import { languageDirection } from './language-direction.ts'
import { languagePage } from './language-page.ts'
import { languageUnmarked } from './language-unmarked.ts'
import { languageWrong } from './language-wrong.ts'
import { latin } from './latin.ts'
import { leftoverCode } from './leftover-code.ts'
import { leftoverTags } from './leftover-tags.ts'
import { leftovers } from './leftovers.ts'
import { legalWords } from './legal-words.ts'
import { linkAddress } from './link-address.ts'
import { linkBroken } from './link-broken.ts'
import { linkContact } from './link-contact.ts'
import { linkDocument } from './link-document.ts'
import { linkEmpty } from './link-empty.ts'
import { linkLong } from './link-long.ts'
import { linkMedia } from './link-media.ts'
import { linkNeighbours } from './link-neighbours.ts'
import { linkNewWindow } from './link-new-window.ts'
import { linkSameText } from './link-same-text.ts'
import { linkSeparated } from './link-separated.ts'
import { linkShort } from './link-short.ts'
import { linkText } from './link-text.ts'
import { linkTitle } from './link-title.ts'
import { linkUnsafe } from './link-unsafe.ts'
import { linkWrapped } from './link-wrapped.ts'
import { listLoose } from './list-loose.ts'
import { listSingle } from './list-single.ts'
import { listTyped } from './list-typed.ts'
import { mediaAutoplay } from './media-autoplay.ts'
import { mediaCaptions } from './media-captions.ts'
import { moneyStyle } from './money-style.ts'
import { movingText } from './moving-text.ts'
import { oldNames } from './old-names.ts'
import { pageOwner } from './page-owner.ts'
import { pageRefresh } from './page-refresh.ts'
import { pageTitle } from './page-title.ts'
import { pageZoom } from './page-zoom.ts'
import { paragraphEmpty } from './paragraph-empty.ts'
import { paragraphLength } from './paragraph-length.ts'
import { passive } from './passive.ts'
import { plainWords } from './plain-words.ts'
import { punctuation } from './punctuation.ts'
import { rangeStyle } from './range-style.ts'
import { readingAge } from './reading-age.ts'
import { repeatedWords } from './repeated-words.ts'
import { respect } from './respect.ts'
import { roleUnknown } from './role-unknown.ts'
import { sensory } from './sensory.ts'
import { sentenceLength } from './sentence-length.ts'
import { spelling } from './spelling.ts'
import { styleByHand } from './style-by-hand.ts'
import { summaryTag } from './summary-tag.ts'
import { tableCaption } from './table-caption.ts'
import { tableEmptyHeader } from './table-empty-header.ts'
import { tableHeader } from './table-header.ts'
import { tableIrregular } from './table-irregular.ts'
import { tableLayout } from './table-layout.ts'
import { tableNested } from './table-nested.ts'
import { tableOnlyHeaders } from './table-only-headers.ts'
import { tableTyped } from './table-typed.ts'
import { telephoneOnly } from './telephone-only.ts'
import { telephoneSpacing } from './telephone-spacing.ts'
import { telephoneWrong } from './telephone-wrong.ts'
import { timeStyle } from './time-style.ts'
import { titleTag } from './title-tag.ts'
import { underline } from './underline.ts'
import { yearPassed } from './year-passed.ts'

/** Every check there is. A new one is its own file and a line here; the tests walk this list. */
export const rules: readonly Rule[] = [
  acronyms,
  addressTyped,
  alignment,
  americanSpelling,
  ampersand,
  andOr,
  capitals,
  contractions,
  contrast,
  controlFake,
  controlLabel,
  controlName,
  detailsSummary,
  dateAmbiguous,
  datePassed,
  dateRelative,
  dateWeekday,
  doubleNegatives,
  drawnCharacters,
  embedTitle,
  emoji,
  emphasisLong,
  factsDiffer,
  factsImpossible,
  headingAlone,
  headingEmpty,
  headingFake,
  headingLong,
  headingNone,
  headingOrder,
  headingSame,
  headingStyled,
  headingTop,
  headingVague,
  hiddenVerbs,
  idioms,
  imageAlt,
  imageAltWords,
  imageDecorative,
  imageMoving,
  imageOfText,
  imageSpacer,
  imageTitle,
  keptContent,
  languageDirection,
  languagePage,
  languageUnmarked,
  languageWrong,
  latin,
  leftovers,
  leftoverCode,
  leftoverTags,
  legalWords,
  linkAddress,
  linkBroken,
  linkContact,
  linkDocument,
  linkEmpty,
  linkLong,
  linkMedia,
  linkNeighbours,
  linkNewWindow,
  linkSameText,
  linkSeparated,
  linkShort,
  linkText,
  linkTitle,
  linkUnsafe,
  linkWrapped,
  listLoose,
  listSingle,
  listTyped,
  mediaAutoplay,
  mediaCaptions,
  moneyStyle,
  movingText,
  oldNames,
  pageOwner,
  pageRefresh,
  pageTitle,
  pageZoom,
  paragraphEmpty,
  paragraphLength,
  passive,
  plainWords,
  punctuation,
  rangeStyle,
  readingAge,
  repeatedWords,
  respect,
  roleUnknown,
  sensory,
  sentenceLength,
  spelling,
  styleByHand,
  tableCaption,
  tableEmptyHeader,
  tableHeader,
  tableIrregular,
  tableLayout,
  tableNested,
  tableOnlyHeaders,
  tableTyped,
  telephoneOnly,
  telephoneSpacing,
  telephoneWrong,
  timeStyle,
  summaryTag,
  titleTag,
  underline,
  yearPassed,
]
