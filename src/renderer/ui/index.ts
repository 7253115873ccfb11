/**
 * The parts that every place of the window shares. Buttons and links:
 *
 * - `Button` `{kind?: 'plain'|'main'|'bare'|'stop', size?, icon?, about?, busy?, onPress}`; one `main` a screen; `about`
 *   is what a screen reader hears after the words ("Open" + "Travel to school"). `LinkButton` goes somewhere.
 *   `IconButton` `{label, icon, shortcut?}` only where no word fits (text toolbars): shows its label on focus and hover.
 * - `Place` `{title, lead?, crumbs?, actions?, long?}` is a whole place: one `h1`, which takes the focus, and the title.
 * - `Sheet`, `Rows`, `Row`: a part of a place with an `h2`, and things in it. `Chip`/`StateChip`: a word with a colour.
 * - `TabSet`, `MenuButton` `{label, acts}`, `DialogBox` + `DialogActions`, `Confirm` (keeping is the default).
 * - `TextField` (`rows` for many lines), `SearchField`, `SelectField`, `RadioField`, `CheckField`, `ComboField`.
 * - `Notice`, `RefusalNotice`, `Empty`, `Progress`, `Answer` (a query's answer, refusal or fault), `Tip`, `Keys`.
 * - `say(sentence, tone?, action?)` and `sayRefusal(answer)` speak in the corner; `announce(words)` to screen readers only.
 * - `RenderedDoc` and `ComparedDoc` show a document as families will read it: nothing else sets HTML.
 *
 * CSS: `tokens.css` has every colour and size; `surfaces.css` has `.sheet .card .card-here .two .actions .soft .unseen`.
 */
export { announce } from './announce.tsx'
export { Answer } from './answer.tsx'
export { Button, type ButtonProps, IconButton, LinkButton } from './button.tsx'
export { Chip, StateChip } from './chip.tsx'
export { ComboField } from './combo-field.tsx'
export { Confirm } from './confirm.tsx'
export { DialogActions, DialogBox } from './dialog.tsx'
export { Empty } from './empty.tsx'
export { CheckField, SearchField, TextField } from './fields.tsx'
export { Keys } from './keys.tsx'
export { OutsideLink, PlaceLink } from './link.tsx'
export { type MenuAct, MenuButton } from './menu-button.tsx'
export { Notice, RefusalNotice } from './notice.tsx'
export { Place } from './place.tsx'
export { Progress } from './progress.tsx'
export { ComparedDoc, RenderedDoc, useHtmlContext } from './rendered-doc.tsx'
export { type Option, OptionItem, RadioField, SelectField } from './select.tsx'
export { Row, Rows, Sheet } from './sheet.tsx'
export { TabSet } from './tab-set.tsx'
export { Tip } from './tip.tsx'
export { say, sayRefusal } from './toasts.tsx'
