import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import './tab-set.css'

export interface TabOf {
  id: string
  /** Said and shown: “Problems”. */
  label: string
  /** How many there are, beside the label: what follows the number by itself, so that no tab is drawn for it. */
  many?: ReactNode
  panel: ReactNode
}

interface TabSetProps {
  label: string
  tabs: readonly TabOf[]
  selected: string
  onSelect: (id: string) => void
}

export function TabSet({ label, tabs, selected, onSelect }: TabSetProps) {
  return (
    <Tabs className="tabs" selectedKey={selected} onSelectionChange={key => onSelect(String(key))}>
      <TabList className="tab-list" aria-label={label}>
        {tabs.map(tab => (
          <Tab key={tab.id} id={tab.id} className="tab">
            {tab.label}
            {tab.many !== undefined && <span className="tab-many"> {tab.many}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(tab => (
        <TabPanel key={tab.id} id={tab.id} className="tab-panel">
          {tab.panel}
        </TabPanel>
      ))}
    </Tabs>
  )
}
