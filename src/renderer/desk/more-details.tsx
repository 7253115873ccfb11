import { useQuery } from '@tanstack/react-query'
import { type Audience, audiences } from '../../shared/content/index.ts'
import type { NewDetails } from '../../shared/review/index.ts'
import { orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { ComboField } from '../ui/combo-field.tsx'
import { CheckField } from '../ui/fields.tsx'
import { type Option, SelectField } from '../ui/select.tsx'
import { audienceWords } from '../words/audiences.ts'

/** What is chosen of the section, the readers and the tags of many pages. */
export interface More {
  section: string
  /** Null leaves them as they are. */
  audience: readonly Audience[] | null
  tagging: string
  requirement: string | null
}

export const asItIs = 'as-it-is'
export const leaveIt: Option = { value: asItIs, label: 'Leave as it is' }
const [forThese, tag, untag] = ['for-these', 'tag', 'untag']

export const nothingMore: More = { section: asItIs, audience: null, tagging: asItIs, requirement: null }

export const wantsRequirement = ({ tagging, requirement }: More) => tagging !== asItIs && requirement === null

export function moreDetails({ section, audience, tagging, requirement }: More): NewDetails {
  return {
    ...(section !== asItIs && { section }),
    ...(audience !== null && { audience: [...audience] }),
    ...(tagging !== asItIs && requirement !== null && { tag: { requirement, on: tagging === tag } }),
  }
}

interface MoreDetailsProps {
  what: 'page' | 'service'
  more: More
  onChange: (more: More) => void
}

export function MoreDetails({ what, more, onChange }: MoreDetailsProps) {
  return (
    <>
      {what === 'page' && <OfPages more={more} onChange={onChange} />}
      <SelectField
        label="Checklist"
        value={more.tagging}
        onChange={tagging => onChange({ ...more, tagging })}
        options={[
          leaveIt,
          { value: tag, label: 'Tag with a requirement' },
          { value: untag, label: 'Take a requirement off' },
        ]}
      />
      {more.tagging !== asItIs && <RequirementField more={more} onChange={onChange} />}
    </>
  )
}

/** Services have neither. */
function OfPages({ more, onChange }: Pick<MoreDetailsProps, 'more' | 'onChange'>) {
  const { config } = useOpened()
  const { audience } = more
  const withThis = (one: Audience, on: boolean) =>
    audiences.filter(other => (other === one ? on : audience?.includes(other)))
  return (
    <>
      <SelectField
        label="Move to section"
        value={more.section}
        onChange={section => onChange({ ...more, section })}
        options={[leaveIt, ...config.sections.map(({ slug, title }) => ({ value: slug, label: title }))]}
      />
      <SelectField
        label="Who they are for"
        value={audience === null ? asItIs : forThese}
        onChange={choice => onChange({ ...more, audience: choice === asItIs ? null : [] })}
        options={[leaveIt, { value: forThese, label: 'The same for all' }]}
      />
      {audience !== null && (
        <fieldset>
          <legend className="field-label">All of them are for</legend>
          {audiences.map(one => (
            <CheckField
              key={one}
              isSelected={audience.includes(one)}
              onChange={on => onChange({ ...more, audience: withThis(one, on) })}
            >
              {audienceWords[one]}
            </CheckField>
          ))}
          {audience.length === 0 && <p className="soft">Nobody in particular.</p>}
        </fieldset>
      )}
    </>
  )
}

function RequirementField({ more, onChange }: Pick<MoreDetailsProps, 'more' | 'onChange'>) {
  const lists = useQuery(orpc.checklist.list.queryOptions()).data ?? []
  const asked = lists.flatMap(({ title, sections }) =>
    sections.flatMap(({ requirements }) =>
      requirements.map(({ id, text }) => ({ value: id, label: `${id} ${text}`, help: title })),
    ),
  )
  return (
    <ComboField
      label="Requirement"
      value={more.requirement}
      onChange={requirement => onChange({ ...more, requirement })}
      options={asked}
      placeholder="Type a part of it"
    />
  )
}
