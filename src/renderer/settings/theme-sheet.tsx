import { useQueryClient } from '@tanstack/react-query'
import type { Hello } from '../connection/answers.ts'
import { api, orpc } from '../connection/api.ts'
import { useHello } from '../connection/session.ts'
import { settled } from '../connection/use-request.ts'
import { RadioField } from '../ui/select.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { sayRefusal } from '../ui/toasts.tsx'

const themes: readonly { value: Hello['theme']; label: string; help: string }[] = [
  { value: 'system', label: 'As the laptop is set', help: 'Follows light, dark and high contrast by itself.' },
  { value: 'light', label: 'Light', help: 'Dark words on light paper.' },
  { value: 'dark', label: 'Dark', help: 'Light words on dark paper.' },
]

export function ThemeSheet() {
  const hello = useHello().data
  const queries = useQueryClient()

  async function choose(value: string) {
    const theme = themes.find(each => each.value === value)?.value ?? 'system'
    if (sayRefusal(await settled(() => api.start.setTheme({ theme })))) return
    queries.setQueryData(orpc.start.hello.queryKey(), now => now && { ...now, theme })
  }

  return (
    <Sheet title="Look" note="on this laptop">
      <div className="sheet-body">
        <RadioField
          label="Colours"
          value={hello?.theme ?? 'system'}
          options={themes}
          onChange={value => void choose(value)}
        />
      </div>
    </Sheet>
  )
}
