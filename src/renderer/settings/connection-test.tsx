import { CircleAlert, CircleCheck, CircleDashed, CircleHelp, type LucideIcon, PlugZap, Square } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { StepFound } from '../../shared/contract/index.ts'
import { useValue } from '../state/value-store.ts'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { testWanted } from './test-wanted.ts'
import { type TestWish, useConnectionTest } from './use-connection-test.ts'

const looks: Readonly<Record<StepFound['result'], { icon: LucideIcon; said: string }>> = {
  going: { icon: CircleDashed, said: 'Now' },
  good: { icon: CircleCheck, said: 'Works' },
  bad: { icon: CircleAlert, said: 'Does not work' },
  unknown: { icon: CircleHelp, said: 'Not known' },
}

/** Walks the steps to the shared copy and says which of them fails, with what helps. Changes nothing. */
export function ConnectionTest({ wish }: { wish: TestWish }) {
  const test = useConnectionTest()
  const button = useRef<HTMLButtonElement>(null)
  const wanted = useValue(testWanted)
  useEffect(() => {
    if (!wanted) return
    // After the place itself has taken the focus.
    const timer = setTimeout(() => {
      testWanted.set(false)
      button.current?.focus()
      button.current?.click()
    })
    return () => clearTimeout(timer)
  }, [wanted])
  return (
    <div className="connection-test">
      <div className="actions">
        <Button
          ref={button}
          icon={test.busy ? Square : PlugZap}
          onPress={() => (test.busy ? test.stop() : void test.run(wish))}
        >
          {test.busy ? 'Stop the test' : 'Test my connection'}
        </Button>
      </div>
      {test.found.length > 0 && (
        <ol className="connection-steps" aria-label="Steps of the test">
          {test.found.map(step => (
            <Step key={step.step} found={step} />
          ))}
        </ol>
      )}
      <p role="status" className="strong">
        {test.verdict}
      </p>
      <RefusalNotice refusal={test.refusal} />
    </div>
  )
}

function Step({ found: { result, sentence, nextStep } }: { found: StepFound }) {
  const { icon: Icon, said } = looks[result]
  return (
    <li className={`connection-step connection-step-${result}`}>
      <Icon className="icon" aria-hidden="true" />
      <div>
        <p>
          <span className="unseen">{said}: </span>
          {sentence}
        </p>
        {nextStep !== undefined && <p className="soft">{nextStep}</p>}
      </div>
    </li>
  )
}
