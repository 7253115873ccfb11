import { slugFrom } from '../desk/address.ts'
import { TextField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { ConfigPart } from './config-part.ts'
import { EditableList } from './editable-list.tsx'
import { UnreadNotice } from './unread-notice.tsx'

/** The branches of the site's navigation, in their order. A section that has pages keeps its address. */
export function SectionFields({ config, onChange }: ConfigPart) {
  return (
    <Sheet title="Sections" note="in the order of the site">
      <UnreadNotice under="Sections" />
      <EditableList
        items={config.sections}
        onChange={sections => onChange({ sections })}
        adding={[{ label: 'Add a section', items: [{ slug: '', title: '', summary: '' }] }]}
        moving={({ title }) => title}
      >
        {({ item: section, index, change }) => (
          <>
            <TextField
              label={`Title of section ${index + 1}`}
              name={`sections.${index}.title`}
              value={section.title}
              onChange={title =>
                change({
                  ...section,
                  title,
                  slug: section.slug === slugFrom(section.title) ? slugFrom(title) : section.slug,
                })
              }
            />
            <TextField
              label="What it is about"
              value={section.summary}
              onChange={summary => change({ ...section, summary })}
            />
          </>
        )}
      </EditableList>
    </Sheet>
  )
}
