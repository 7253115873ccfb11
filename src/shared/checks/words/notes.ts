/** What people who make a page write to each other in it, and what a program says instead of the words. */

const authored =
  'body(?: copy| text)?|bullet(?: point)?|button text|card title|heading|intro(?: text)?|list item|page title|paragraph text|section title|sub-?heading|tab (?:label|title)|text box|accordion (?:item|title)'
const piece = 'article|content|document|entry|event|item|page|post|section|text'
/** Who may be told to bring or to add something; anybody else with a capital is a colleague. */
const readers =
  '(?!(?:Adults?|Applicants|Carers?|Children|Council|Each|Everyone|Families|Guests|Helpers|How|Members|Parents?|Participants|Players|Pupils?|Schools?|Staff|Students?|Teams?|Teachers?|Things|Time|Visitors?|Volunteers?|Want|Ways|What|When|Where|Who|You|Your)\\b)'

export const notePatterns: readonly RegExp[] = [
  // “Heading 1”, “Sample page”, “Your logo here”, “Start typing here”: what a template shows
  new RegExp(`^(?:(?:${authored}) ?\\d{0,2}|untitled(?: (?:${piece}))?(?: \\d{1,2})?)[.:]?$`, 'giu'),
  new RegExp(`^(?:demo|dummy|example|new|sample|test) (?:${piece})(?: \\d{1,2})?[.:]?$`, 'giu'),
  /^(?:(?:the |your )?(?:address|caption|date|heading|image caption|logo|name|name of (?:the )?\p{L}+|photo|picture|quote|strapline|telephone number|title|venue) (?:goes )?here)[.:]?$/giu,
  /^(?:start typing(?: here)?|(?:double[- ])?(?:click|tap) (?:here )?to (?:add|edit|enter|insert|type)\b[^.?!\n]{0,30})[.:]?$/giu,
  /\b(?:the )?quick brown fox\b(?= jump)|^test(?:ing)?(?:[ ,.]+test(?:ing)?)*(?: 1,? ?2(?:,? ?3)?)?[.!]*$/giu,
  // “Meta description:”, “Old text: … New text: …”: the parts of a draft
  /(?:^|(?<=[.?!\n] ?))(?:meta[- ](?:description|keywords?|title)|seo (?:description|title)|(?:page|url) slug|slug|body copy|standfirst|strapline|alt(?:ernative)? text|cta(?: button)?(?: text)?) ?:(?= ?\S)/giu,
  /\b(?:amended|current|new|old|original|proposed|revised|suggested) (?:copy|paragraph|text|version|wording) ?:(?= ?\S)/giu,
  /\[(?:end|start|beginning) (?:of )?(?:the )?(?:box|copy|document|page|quote|section|text)\]/giu,
  /\b(?:not|no) for (?:wider |onward |external |public )?(?:circulation|distribution|release|sharing)\b/giu,
  /^\W*DRAFT\W*$|\bDRAFT\b(?=[\s–—:-]*(?:\d|[vV]\d|[vV]ersion|[–—:]|$))/gu,
  // “[JS1]”, “[Comment: who pays?]”, “Deleted: the old number”: what Word shows at the side
  /\[[A-Z]{2,3}\d{1,3}\](?! ?\()|\[(?:action|aside|comment|ed|editor|query|question) ?[:–-] ?[^\][]{1,120}\]|^(?:deleted|inserted): (?=\S)/giu,
  // “(need to update this figure)”, “Sarah to confirm:”, “NB for web team:”
  /[([](?:we |i |still |also |pls |please )*needs? to (?:add|amend|ask|chase|check|confirm|find out|rewrite|update) [^()[\]]{1,60}[)\]]/giu,
  new RegExp(
    `(?<=^|[.?!] )${readers}\\p{Lu}\\p{Ll}+ to (?:add|advise|amend|chase|check|confirm|rewrite|supply|update)(?=:|[.]?$| (?:if|that|the|this|these|when|whether|with) [^.?!:\\n]{0,40}[.:?]?$)`,
    'gmu',
  ),
  /\b(?:for|to) (?:the )?(?:comms|content|digital|web) (?:editor|manager|officer|team)s? ?[:–-] |\bweb (?:editor|team)[:,] please\b/giu,
  /[([](?:source|as per|from|per|see) ?:? ?(?:an? |the |my )?(?:call|chat|conversation|e-?mail|meeting|message|phone call) (?:from|with) \p{Lu}[^()[\]]{0,60}[)\]]/giu,
  /^[([](?:copied|copy|paste|pasted|taken|text)(?: it| text| this)? from\b[^()[\]]{1,60}[)\]][.]?$/giu,
  // “table X below”, “Fig. ##”
  /\b(?:annex|appendix|fig(?:ure)?|page|paragraph|table)\.? (?:\?+|#+|[Xx]{1,3})(?=[\s.,;:)]|$)/giu,
  // “<telephone number>”, “£??”, “Opening hours: Mon to Fri ??”
  /<(?:[a-z]+ ){0,2}(?:address|cost|date|e-?mail|link|name|number|price|school|text|time|title|url|venue)>|£\?+|: [^?\n]{0,30}(?<=[ :])\?{2,}(?=\s*$|[,;])/giu,
  // What a spreadsheet or a program says of its own faults
  /#(?:N\/A(?!\p{L})|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|REF!)/gu,
  /^(?:array|null|undefined)[.]?$|\b(?:fatal|parse) error: |\b(?:warning|notice|deprecated): (?:array|call to|illegal|include|mysql\p{L}*|trying|undefined|use of)\b|(?<![\p{L}\p{N}])[A-Z]\w+::\w+\(\)|\bon line \d+ of\b|\bin \/\w+\/\S+ on line \d+|\b(?:Reference|Syntax|Type)Error\b|\buncaught (?:\p{L}+)?error\b/giu,
  /^(?:http )?error \d{3}\b[^.?!]{0,60}|^no (?:content|data|items?|results?) (?:available|found|to (?:display|show))[.!]?(?: please add\b.*)?$/giu,
  /^[a-z]+(?:_[a-z\d]+)+:?$|(?<![\p{L}\p{N}/._-])(?:field|label|node|block)_[a-z]+(?:_[a-z\d]+)*(?![\p{L}\p{N}./-])/gu,
  // Letters as an e-mail carries them
  /=(?:C2|C3|E2)=[\dA-F]{2}(?:=[\dA-F]{2})?|(?<=\p{L})=20(?=\s|$)/gu,
  // An address that nobody has
  /(?<!\b(?:example|form|format|like|pattern|such as|as)\b[^.?!]{0,20})\b(?:first[._-]?name[._-]?(?:last|sur)[._-]?name|name[._-]surname|your[._-]?e?-?(?:name|mail))@/giu,
]

/** What a page may say for a while with good reason. */
export const openNotes: readonly RegExp[] = [
  /(?<=\b(?:address|figures?|form|leaflet|link|list|map|name|number|photos?|poster|prices?|programme|report|text) )to follow(?=[.,;)\]]|$)/gimu,
  /\b(?:content|dates|details|figures|information|links?|list|maps?|names?|photos?|prices?|section|text|times) (?:is |are |still )*to be (?:added|completed|supplied|written)(?=[.)\]]|$)/giu,
  /\b(?:this|the|our|web) ?(?:article|content|guide|page|section|site|web ?page|website) (?:is |are |currently |still |now )*(?:being (?:built|developed|drafted|written)|under (?:construction|development)|in development|coming soon)\b|^(?:page|section|site|website) (?:being (?:built|updated|written)|under construction|in progress)\b|^coming soon[.!]*$|\bwatch this space\b/giu,
]

/** Where none of these stands, no note does. */
export const mayBeNote =
  /[[<#£_=(:]|\b(?:draft|here|heading|body|bullet|text|item|title|paragraph|untitled|sample|test(?:ing)?|demo|dummy|example|new (?:page|post|article|entry|section|document)|start typing|to (?:add|advise|amend|chase|check|confirm|edit|enter|insert|type|rewrite|supply|update|be|follow)|quick brown|circulation|distribution|release|sharing|X+|undefined|null|array|error|on line|found|display|show|@|being|construction|development|coming soon|progress|watch this|web (?:team|editor))\b|\?\?|@/i
