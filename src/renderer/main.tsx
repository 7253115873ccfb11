import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import './ui/surfaces.css'
import './ui/tables.css'
import './ui/progress.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'

const root = document.getElementById('window')
if (root === null) throw new Error('The page has no place for the window.')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
