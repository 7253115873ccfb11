import type { ElementContent } from 'hast'
import { h } from 'hastscript'

/**
 * The few words that a block says of its own accord, in the languages in which pages for Southend's families are written.
 * Plain nouns as dictionaries and GOV.UK's translated pages have them. What a language lacks here is said in English and
 * marked as English, so that a screen reader speaks it rightly (WCAG 2.2 SC 3.1.2).
 */
const columns = [
  'Telephone',
  'Textphone',
  'Email',
  'Website',
  'Opening hours',
  'Address',
  'Information',
  'Important',
  'Warning',
  'Watch',
  'Read the words',
  'On this page',
] as const

export type OwnWord = (typeof columns)[number]

// biome-ignore format: one language on a line.
const translated: Readonly<Record<string, readonly string[]>> = {
  ar: ['الهاتف', 'الهاتف النصي', 'البريد الإلكتروني', 'الموقع الإلكتروني', 'ساعات العمل', 'العنوان', 'معلومات', 'مهم', 'تحذير', 'شاهد', 'اقرأ النص', 'في هذه الصفحة'],
  bn: ['টেলিফোন', 'টেক্সটফোন', 'ইমেইল', 'ওয়েবসাইট', 'খোলার সময়', 'ঠিকানা', 'তথ্য', 'গুরুত্বপূর্ণ', 'সতর্কতা', 'দেখুন', 'কথাগুলো পড়ুন', 'এই পাতায়'],
  lt: ['Telefonas', 'Tekstinis telefonas', 'El. paštas', 'Svetainė', 'Darbo laikas', 'Adresas', 'Informacija', 'Svarbu', 'Įspėjimas', 'Žiūrėti', 'Skaityti tekstą', 'Šiame puslapyje'],
  pl: ['Telefon', 'Telefon tekstowy', 'E-mail', 'Strona internetowa', 'Godziny otwarcia', 'Adres', 'Informacja', 'Ważne', 'Ostrzeżenie', 'Obejrzyj', 'Przeczytaj tekst', 'Na tej stronie'],
  pt: ['Telefone', 'Telefone de texto', 'E-mail', 'Site', 'Horário', 'Endereço', 'Informação', 'Importante', 'Aviso', 'Ver', 'Ler o texto', 'Nesta página'],
  ro: ['Telefon', 'Telefon cu text', 'E-mail', 'Site web', 'Program', 'Adresă', 'Informații', 'Important', 'Atenție', 'Vizionați', 'Citiți textul', 'Pe această pagină'],
  tr: ['Telefon', 'Yazılı telefon', 'E-posta', 'Web sitesi', 'Çalışma saatleri', 'Adres', 'Bilgi', 'Önemli', 'Uyarı', 'İzleyin', 'Metni okuyun', 'Bu sayfada'],
  uk: ['Телефон', 'Текстовий телефон', 'Електронна пошта', 'Вебсайт', 'Години роботи', 'Адреса', 'Інформація', 'Важливо', 'Попередження', 'Переглянути', 'Прочитати текст', 'На цій сторінці'],
  ur: ['ٹیلی فون', 'ٹیکسٹ فون', 'ای میل', 'ویب سائٹ', 'کھلنے کے اوقات', 'پتہ', 'معلومات', 'اہم', 'انتباہ', 'دیکھیں', 'متن پڑھیں', 'اس صفحے پر'],
}

/** What stands for the word on a page in this language; empty for a page in the site's own. `own` is false for English on a page that is not. */
export function ownWord(word: OwnWord, language = ''): { words: string; own: boolean } {
  const [spoken = ''] = language.toLowerCase().split('-')
  const words = translated[spoken]?.[columns.indexOf(word)]
  return { words: words ?? word, own: words !== undefined || spoken === '' || spoken === 'en' }
}

export function ownWordToHtml(word: OwnWord, language = ''): ElementContent {
  const { words, own } = ownWord(word, language)
  return own ? { type: 'text', value: words } : h('span', { lang: 'en', dir: 'ltr' }, words)
}
