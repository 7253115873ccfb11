/** What programs and templates leave in words: keys, places to fill, markup that was shown instead of used. */

const tags =
  'a|b|big|blockquote|br|center|div|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|script|small|span|strong|style|table|tbody|td|th|tr|u|ul'
const entities =
  'amp|apos|bull|copy|eacute|gt|hellip|laquo|ldquo|lsquo|lt|mdash|middot|nbsp|ndash|pound|quot|raquo|rdquo|rsquo|shy'

/** Those that no name goes on with: “carer&rsquos”. */
const punctuation = 'eacute|hellip|laquo|ldquo|lsquo|mdash|nbsp|ndash|raquo|rdquo|rsquo'

export const strayPatterns: readonly RegExp[] = [
  // Places to fill, of mail merges, templates and translations.
  /\{\{[^{}]{0,80}\}\}|\{%[^{}]{0,80}%\}|<%[^<>]{0,80}%>|\$\{[^{}]{0,60}\}|%\([a-z_]{1,30}\)[sd]|(?<![\p{L}\p{N}])%[sd](?![\p{L}\p{N}])|%%\w{1,30}%%|%[A-Z][A-Z_]{2,30}%|«[A-Za-z_ ]{1,30}»|\{(?:\d|[A-Za-z]+(?:[A-Z_.][A-Za-z]*)*)\}|<<[A-Za-z_ ]{1,30}>>|\[\[[^[\]]{1,60}\]\]|@@\w{1,30}@@|##[A-Z_]{2,30}##/gu,
  // Keys that a translation was not found for: “page.travel.title”.
  /(?<![\p{L}\p{N}@./:\\_-])(?=[a-z._\d]*[A-Za-z]{3})[a-z][A-Za-z\d]*(?:[._][a-z][A-Za-z\d]*)*\.[a-z][A-Za-z\d]*(?:[._][a-z][A-Za-z\d]*)+(?<!\.(?:com|uk|org|net|gov|info|eu|io|tv|me|pdf|docx?|xlsx?|html?|php|aspx?|jpe?g|png|zip|csv))(?![\p{L}\p{N}@/\\_-]|\.[\p{L}\p{N}])/gu,
  // A day that was to be filled in; a form may ask for one so.
  /(?<=\b(?:by|checked|date|from|on|published|reviewed|until|updated):? )D{1,2}[/ .-]M{1,4}[/ .-]Y{2,4}\b/gi,
  // Fields of Word, which fill themselves in there.
  /\{ ?(?:DATE|FORMTEXT|HYPERLINK|INCLUDEPICTURE|MERGEFIELD|PAGEREF|REF|SEQ|TOC)\b[^{}]{0,120}\}|\bMERGEFORMAT\b/g,
  /\[object Object\]|\bundefined undefined\b|\bnull null\b/g,
  // Text that a template shows where words are missing.
  /\b(?:(?:your|add|enter|insert|type|put|place) (?:your |some |the |page |body )?(?:text|content|heading|title|description|words) (?:goes )?here|insert (?!(?:\p{L}+ ){0,2}(?:badge|bank ?note|card|coins?|key|money|note|ticket|token) here)(?:[a-z’']+ ){0,6}here|(?:text|content|heading|title|image|description|caption|map|name|logo|photo|picture|quote|subheading|video)(?: \d{1,2})? (?:goes|to go) here|(?:add|insert|paste|put|type) (?:in )?(?:your |the |some )?(?:blurb|copy|intro|introduction|paragraph|summary|wording) here|this is (?:just )?a test (?:article|document|heading|paragraph|post)|click (?:here )?to (?:add|edit) (?:a |some |the |this |your )?(?:text|title|subtitle|heading|content|notes)|(?:this is )?(?:some )?(?<!\b(?:as|called|of|uses?|used|using) (?:some )?)(?:placeholder|dummy|sample|filler|example) (?:text|copy)(?! (?:book|messages?|of)\b)|dolor sit amet|consectetur adipiscing|sed ut perspiciatis|nemo enim ipsam|at vero eos et accusamus|ut enim ad minim|duis aute irure|excepteur sint occaecat|content (?:to follow|to come|to be added|coming soon)|(?:text|copy|wording) to (?:follow|be (?:added|supplied|agreed))|this page is under construction|blah,? blah|asdf\w*|qwerty(?:u\w*)?(?!-| (?:keyboard|keys|layout|phone)))\b/giu,
  // What one author asked another.
  /\((?!(?:Adults?|Carers?|Children|Council|Everyone|Families|Guests|Helpers|Parents?|Participants|Players|Pupils?|Schools?|Staff|Students?|Teams?|Teachers?|Visitors?|Volunteers?|You|Your)(?: \p{Lu}\p{L}+)? to (?:add|provide|review|send|supply|update|write)\b)(?:\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?|we|someone) to (?:add|amend|chase|check|confirm|find out|provide|review|send|supply|update|write)\b[^()]{0,80}\)/gu,
  // What one asked of another, or of oneself, on a line of its own.
  /\bnote to (?:author|designer|editor|self|web ?master|web team)\b|\b(?:comms|content|web) team:? (?:can you|please)\b|\bdelete this (?:box|heading|line|paragraph|section|sentence) if\b|\b(?:before|until|when) (?:it|this|the page) goes live\b|\[(?:comment|note|question|query) (?:by|for|from|to) [^\][]{1,80}\]|\[(?:photo|picture|image|map|logo|video|diagram)s?(?: of [^\][]{1,60})? (?:here|needed|to follow)\]/giu,
  /\b(?:[Aa]sk|[Cc]heck with) \p{Lu}\p{L}+ (?:if|whether) this (?:is|was|page|has)\b|(?<=^|[\s(])@\p{Lu}\p{L}+,? (?:can you|please|pls)\b|\bCHECK (?:THIS|THAT|WITH)\b|^\s*Needs? to (?:add|amend|check|confirm|insert|rewrite|update) [^?]{1,80} (?:here|this)\.?\s*$/gmu,
  // How far a draft has come.
  /(?<!\b(?:is|are|was) )\bnot for publication\b|(?<=^|[.!?:–-] ?)do not publish (?:before|this|until|yet)\b|\bawaiting (?:approval|sign[- ]?off)(?: (?:by|from)\b|(?=[.)\]]|$))|\bdraft (?:v\d[\d.]*|version \d[\d.]*|for (?:approval|comment|review|sign[- ]?off)\b)|\b(?:version|v) ?\d(?:\.\d)+ draft\b|\bdraft \d{1,2}(?:[,:;]| ?[(–-])? ?not (?:yet )?(?:agreed|approved|final|signed off)\b/giu,
  // What Word shows beside a text, and in a field that nobody filled in.
  /\bClick or tap to enter\b|^\s*Choose an item\.?\s*$|\bFormatted: (?:Centred|Font|Heading|Highlight|Indent|Left|List|Normal|Right|Space)\b|\bComment(?:ed)? \[[A-Z]{1,3}\d{1,3}\]/g,
  // Attributes whose tag was lost, and the names of labels.
  /\b(?:class|href|id|src|style)="[^"<>]{0,80}"\s*\/?>|(?<![\p{L}\p{N}@/._-])[A-Z]{3,}(?:_[A-Z]{2,})+(?![\p{L}\p{N}_.@/-])|\bInvalid Date\b/gu,
  /(?<![\p{L}\p{N}@/:._-])(?!https?:|mailto:|tel:)[a-z]{3,20}:[a-z]{3,20}(?:\.[a-z]{3,20})+(?![\p{L}\p{N}@/_-])/gu,
  // What stands for a day, a page, a sum or a number to ring that nobody knew.
  /(?:\*{2}|\?{2}|_{2,}) (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)|\b(?:appendix|page|paragraph|room|section) XX\b|[£(]\[[Xx]\]?|\b01234 ?567 ?890\b|\b07123 ?456 ?789\b/gu,
  /\b(?:your\.?(?:email|name)|name|email|someone|username|xxx?)@(?:email|domain|company|yourdomain|xxx?)\.(?:com|org|co\.uk)\b/gi,
  /\((?:add |insert )(?:the |a )?(?:hyper)?link(?: [^()]{1,40})?\)|\(link to (?!the film|a film)[^()]{1,40}\)|^\s*(?:placeholder|insert (?:a |the )?(?:date|image|link|logo|map|name|photo|picture|price|quote|table|text|video)s?)\.?\s*$/gi,
  // What a program that writes texts said around its text.
  /\b(?:(?:certainly|sure|of course|absolutely)[!,.] here(?:[’']s| is| are)|here(?:[’']s| is) (?:an?|the|your) (?:clearer|improved|polished|revised|rewritten|shorter|simpler|updated) (?:draft|text|version)|as an ai(?: language)? model|i hope (?:this|that) helps[.!]|let me know if you(?:[’']d| would) like (?:me to|any (?:changes|edits|more))|would you like me to (?:add|adjust|change|expand|make|rewrite|shorten|write))/giu,
  // Characters that were written as they are written in a source, by half or twice.
  new RegExp(
    `&(?:${entities})(?![\\p{L}\\p{N};])|&(?:${punctuation})(?=\\p{L})|(?<![&\\p{L}\\p{N}])(?:(?!(?:amp|bull|copy|pound|shy|quot)\\b)(?:${entities})|#\\d{3,5}|copy(?=; ?\\d{4})|pound(?=;\\d)|amp(?=; ?\\p{L}));|&#x?[\\da-f]{2,5}(?![\\da-f;])|\\\\u[\\da-f]{4}|(?<=\\p{L})%20(?=\\p{L})`,
    'giu',
  ),
  // Markup that is shown.
  new RegExp(`</?(?:${tags})(?: [^<>]{0,120})?/?>|<!--|-->`, 'giu'),
  /(?<![\p{L}\p{N}*])\*\*(?=\p{L})|(?<=[\p{L}.?!])\*\*(?![\p{L}\p{N}*])|(?<![\p{L}_])__(?=\p{L})|(?<=[\p{L}.?!])__(?![\p{L}_])|\]\((?:https?:|mailto:|\/|#)[^)\s]{0,200}\)?|^#{1,6}(?=\p{L})|^#{2,6} (?=\p{L})|`{3}|~~(?=\p{L})/gu,
  /\[\/?(?:[biu](?=[=\]])|url|img|quote|caption|gallery|embed|video|audio|contact-form|contact-form-7|wpforms|ninja_form|gravityform|tablepress|shortcode|vc_row|vc_column|et_pb_\w+|button)(?:[ =][^[\]]{0,120})?\]/gi,
  // A shortcode of any builder of pages: one that closes, has attributes, or is named as a program names things.
  /\[\/[a-z][\w-]{0,40}\]|\[[a-z][\w-]{0,40} [a-z][\w-]{0,30}=["'“”‘’][^\][]{0,200}\]|\[[a-z]{2,20}(?:_[a-z\d]{2,20})+\]/g,
  /(?<![=\p{L}\p{N}])={7}(?![=])/gu,
]

/** What a page says that it will say later: some do so with good reason. */
export const openPatterns: readonly RegExp[] = [
  /(?<=(?:\b(?:is|are|still|yet|dates?|venue|times?|price|cost|fee|speaker|location|place|room|details|day)|[:(–-]|^) ?)to be (?:confirmed|announced|advised|decided|arranged)(?= ?(?:[.,;)]|$)| (?:closer|in due course|later|nearer|shortly|soon)\b)/gimu,
  /(?<=(?:\b(?:dates?|details|information|prices?|speakers?|times?|timetable|venue)(?: (?:is|are))?|[:(–-]) ?)to follow(?= ?(?:[.,;)]|$)| (?:shortly|soon)\b)/gimu,
]
