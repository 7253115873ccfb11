import { useQueryClient } from '@tanstack/react-query'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useKeptFields } from '../connection/use-kept.ts'
import { useRequest } from '../connection/use-request.ts'
import { personTroubles } from '../start/missing.ts'
import { useCheckedForm } from '../start/use-checked-form.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { say } from '../ui/toasts.tsx'

/** Whose changes and decisions these are. */
export function MeSheet() {
  const { me } = useOpened()
  const queries = useQueryClient()
  const [typed, setTyped, forget] = useKeptFields('me', { name: me?.name ?? '', email: me?.email ?? '' })
  const { name, email } = typed
  const setMe = useRequest(api.start.setMe)
  const { form, trouble, onSubmit } = useCheckedForm(personTroubles({ name, email }), ['name', 'email'], async () => {
    if ((await setMe.run({ name: name.trim(), email: email.trim() })) === null) return
    forget(typed)
    await queries.invalidateQueries()
    say('From now on your changes carry this name.')
  })
  const same = name === me?.name && email === me?.email
  return (
    <Sheet title="Me" note="on this laptop">
      <form ref={form} className="sheet-body form" onSubmit={onSubmit} noValidate>
        <div className="form-pair">
          <TextField
            label="My name"
            name="name"
            value={name}
            onChange={name => setTyped({ name, email })}
            trouble={trouble('name')}
          />
          <TextField
            label="My work email"
            name="email"
            type="email"
            value={email}
            onChange={email => setTyped({ name, email })}
            trouble={trouble('email')}
          />
        </div>
        <RefusalNotice refusal={setMe.refusal} />
        <div className="actions">
          <Button type="submit" isDisabled={same} busy={setMe.busy}>
            Keep my name
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
