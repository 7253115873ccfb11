import {
  CalendarCheck,
  ChartBar,
  FileText,
  Globe,
  History,
  Images,
  ListChecks,
  type LucideIcon,
  MapPin,
  MessageCircleHeart,
  MessageSquare,
  SearchCheck,
  Settings,
} from 'lucide-react'
import { places } from './places.ts'

export interface RailPlace {
  label: string
  href: string
  icon: LucideIcon
  /** Which number waits there. */
  counts?: 'week' | 'review'
  /** Other addresses that belong to it. */
  also?: readonly string[]
}

export const railPlaces: readonly RailPlace[] = [
  { label: 'This week', href: places.week, icon: CalendarCheck, counts: 'week', also: [places.choose] },
  { label: 'Pages', href: places.pages, icon: FileText, also: [places.bin] },
  { label: 'Services', href: places.services, icon: MapPin },
  { label: 'Pictures and documents', href: places.media, icon: Images },
  { label: 'Review', href: places.review, icon: MessageSquare, counts: 'review' },
  { label: 'Checklists', href: places.checklists, icon: ListChecks, also: [places.evaluations] },
  { label: 'Families’ comments', href: places.families, icon: MessageCircleHeart },
  { label: 'Reports', href: places.reports, icon: ChartBar },
  { label: 'Whole site', href: places.site, icon: SearchCheck },
  { label: 'Live site', href: places.live, icon: Globe },
  { label: 'What was done', href: places.activity, icon: History },
  { label: 'Settings', href: places.settings, icon: Settings },
]

/** Which place an address belongs to: `/pages/01ABC` is in Pages. */
export function placeOf(path: string): RailPlace | undefined {
  return railPlaces.find(place => [place.href, ...(place.also ?? [])].some(href => isWithin(path, href)))
}

function isWithin(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`)
}
