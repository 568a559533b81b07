import { start } from '../ui/start.tsx'
import './today.css'
import { TodayPage } from './today-page.tsx'

start(<TodayPage />)
