import { start } from '../ui/start.tsx'
import './track.css'
import { tokenOf } from './progress.ts'
import { TrackPage } from './track-page.tsx'

start(<TrackPage token={tokenOf(new URL(location.href))} />)
