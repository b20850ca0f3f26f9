# The words of the window, in English. English is complete: what another language lacks is said in English.
# Names of channels, plays and captions are not here: they are their authors'.
# In { $blanks } stands what the program puts in; .hint is shown when the pointer rests on something.

## The languages

# In its own language
language-name = English

## Presenting

present-go-to = 1 to { $count }, or words of a step
present-keys = Keys while presenting
present-keys-pens = 1, 2 and 3 choose a pen, V its width. Any key closes this.
present-step = Step { $number }, { $title }: { $caption }
present-nothing = There is nothing to present: open a play, a plan or a show first.
present-show-among-others = { $stem } is a show: present it by itself, or plays and plans together.
present-no-show = There is no show `{ $stem }` any more.
present-show-errors = { $file } has errors: { $message }, line { $line }.
present-nothing-said = Nothing was guessed, argued or decided so far.
present-record-taken = There is a file { $path } already: give the record another name.
present-no-folder = There is no folder for your own files: open one first.
presenter-title = Presenter
presenter-title-place = Presenter: { $place }
presenter-now = On the wall
presenter-next = Next
presenter-next-part = Next: { $title }. { $caption }
presenter-next-step = Next: { $caption }
presenter-last = This is the last step.
presenter-notes = Notes
presenter-no-notes = There are no notes for this step.
presenter-smaller = Smaller notes
presenter-larger = Larger notes
presenter-black = The wall is black
presenter-white = The wall is white
presenter-place = Step { $number } of { $of }
presenter-place-part = { $step }, part { $part } of { $of }: { $title }
presenter-show-so-far = How far the show is
presenter-clock = Start the clock again
    .hint = The time the session has taken; press to start it again at nought
presenter-time = { $elapsed } of { $of }
presenter-over = { $time } over
presenter-left = { $time } left
presenter-part = { $time } in this part
presenter-part-of = { $time } of { $of } in this part
presenter-timer-over = Time for the room is over since { $time }
presenter-timer-left = { $time } left for the room
presenter-minute-more = One minute more
presenter-minute-less = One minute less
presenter-timer-start = 5 minutes
presenter-timer-stop = Stop timer
presenter-back = Back
presenter-forward = Next
presenter-swap = Swap displays
presenter-end = End
    .hint = End the presentation; press twice
presenter-really-end = Really end?

## Everything a person can do: in the palette, in the list of keys, on buttons

command-play-pause = Play or pause
    .hint = Start the play, or stop where it is
command-step-forward = Step forward
    .hint = A quarter of a second forward
command-step-back = Step back in time
    .hint = A quarter of a second back
command-next-phase = Next part
    .hint = To the next part of the play
command-previous-phase = Previous part
    .hint = To the part before
command-to-start = To the start
    .hint = Everyone in their places; once more: the first try
command-to-end = To the end
    .hint = What it came to; once more: the last try
command-next-down = Next try
    .hint = The plan's next try (down)
command-previous-down = Previous try
    .hint = The plan's try before (down)
command-faster = Faster
    .hint = One speed faster, up to four times
command-slower = Slower
    .hint = One speed slower, down to a quarter
command-loop = Loop
    .hint = Start again at the end
command-run-once = Run it once
    .hint = The first use of this play
command-run-four = Run it four times
    .hint = The same play, four times in a row
command-run-ten = Run it ten times
    .hint = The same play, ten times in a row, tries left aside
command-run-fifty = Run it fifty times
    .hint = The same play, fifty times in a row, tries left aside
command-reset-what-if = Back to the file
    .hint = Assumptions and starting fronts as the file has them
command-what-if-mode = What if
    .hint = Whatever is changed now changes the result, not the file; once more: back
command-keep-what-if = Keep the what-if
    .hint = What is different becomes changes of the file
command-fit-action = Move in to the play
    .hint = Show the stretch of the field where the play is
command-whole-field = Whole field
    .hint = Show everything from today to the goal
command-zoom-in = Zoom in
    .hint = Fewer yards, larger
command-zoom-out = Zoom out
    .hint = More yards, smaller
command-pan-left = Look towards today
    .hint = Move the view towards today
command-pan-right = Look towards the goal
    .hint = Move the view towards the goal
command-broadcast = From above or from the stands
    .hint = Chalkboard view, or broadcast view
command-next-subject = Explain the next thing
    .hint = Select the next channel, player or assumption
command-deselect = Explain nothing
    .hint = Close what is open, or select nothing
command-explain-play = Explain the play
    .hint = Select the play as a whole
command-argue = What to argue about first
    .hint = Which judgement moves the result most
command-next-call = The next call
    .hint = Every play as the next one, with what speaks for and against it
command-change-it = Change it
    .hint = The fields of what is selected
command-change-model = Change the operating model
    .hint = The channels of the field, what done means there, and the rules
command-add-defender = Add what holds us back
    .hint = A rule, a habit, a system that holds us back (defense), by its name
command-add-player = Add who moves us forward
    .hint = A player of ours (offense), by its name
command-add-assumption = Add an assumption
    .hint = Something the play rests on, in a sentence
command-nudge-forward = Move forward
    .hint = Move what is picked a yard forward
command-nudge-back = Move back
    .hint = Move what is picked a yard back
command-nudge-up = Move up
    .hint = Move what is picked up in its channel, then into the one above
command-nudge-down = Move down
    .hint = Move what is picked down in its channel, then into the one below
command-pick-everyone = Pick everyone
    .hint = Pick every player of the play
command-duplicate = Duplicate
    .hint = A copy of what is picked, beside it
command-mirror = Mirror in the channel
    .hint = What is picked goes to the other side of its channel, with its route
command-mirror-channels = Mirror across the field
    .hint = What is picked goes to the channel as far from the other edge
command-remove = Remove
    .hint = Take what is picked out of the play
command-give-ball = Give it the ball
    .hint = The player selected carries the ball
command-straighten = Straighten its route
    .hint = The player selected runs straight on
command-undo = Undo
    .hint = Take the last change back
command-redo = Redo
    .hint = Make the change once more
command-source = The file's text
    .hint = The text of what is on the field, to be changed as text
command-history = What was done
    .hint = Everything that was done, to go back and forth in
command-toggle-compare = Compare, or back
    .hint = Plays and plans side by side, or back to the one on the field
command-compare-this = Compare this too
    .hint = Take what is on the field into the comparison, or out of it
command-compare-what-if = Compare the what-if
    .hint = The what-if beside the play as its file has it
command-overlay = Side by side, or on one field
    .hint = Each on its own field, or all fronts on one
command-next-side = Next of those compared
    .hint = Make the charts be about the next one
command-present = Present
    .hint = Full screen for a room: what is on the field, or those compared, step by step
command-next-step = Next step
    .hint = On to the next step; what is still running is cut short
command-step-before = Step before
    .hint = Back to where the step before rests
command-first-step = First step
    .hint = To the beginning of the show
command-last-step = Last step
    .hint = To the end of the show
command-step-again = Run the step again
    .hint = What this step shows, once more from where it sets out
command-go-to-step = Go to a step
    .hint = By its number, or by words of it
command-all-steps = All steps
    .hint = Every step as a small picture, to choose from
command-blacken = Black
    .hint = Everything black, until the next key
command-whiten = White
    .hint = Everything white, until the next key
command-light = Spotlight
    .hint = A light that follows the pointer; all else is dim
command-pen = Pen
    .hint = Draw over the step: Shift for an arrow, Ctrl for a circle, or hold still at the end
command-eraser = Eraser
    .hint = Take away the lines it touches
command-clear-ink = Clear the ink
    .hint = Everything drawn over this step goes; undo brings it back
command-undo-ink = Undo the ink
    .hint = Take back what was drawn or cleared last on this step
command-redo-ink = Redo the ink
    .hint = Draw or clear it once more
command-keep-ink = Keep the ink
    .hint = Save what was drawn beside the plays; no play is changed
command-call-it = Call it
    .hint = Before it is run: how many yards in each channel? The room guesses
command-change-minds = What would change your mind
    .hint = Assumptions and strengths in large type: switch them, and the result moves
command-write-decision = Write down a decision
    .hint = What the room decides, for the record
command-write-argument = Write down an argument
    .hint = What somebody said, for the record
command-name-groups = Name the groups
    .hint = Up to six groups that guess and call for themselves
command-keep-record = Keep the record
    .hint = Save what was guessed, switched, argued and decided as a file of its own
command-give-time = Timer
    .hint = Give the room some minutes, or stop that
command-notes = Notes below the field
    .hint = The presenter's notes on this screen too, for those with one display
command-second-window = Presenter's window
    .hint = A second window with notes, the next step and a clock, or not
command-swap-displays = Swap displays
    .hint = The wall to the other display, and the presenter's window to this one
command-inspect = Reasons over the field
    .hint = Explain and change what is on the field; Esc returns to the step
command-end-presenting = End
    .hint = Close what is open, else leave: back to where it was begun
command-save = Save
    .hint = Save every file that was changed
command-save-as = Save as
    .hint = Save what is on the field under another name
command-new-play = New play
    .hint = Start a play: by a few questions, from a template, or as a copy
command-new-plan = New plan
    .hint = Start a plan of the plays compared, or of the one on the field
command-new-model = New operating model
    .hint = Start a field of your own as a copy of this one
command-open-file = Open a file
    .hint = Choose a play, a plan or an operating model
command-open-folder = Open a playbook folder
    .hint = Choose a folder of plays
command-open-path = Open a path
    .hint = Type the path of a file or folder
command-open-built-in = Open the built-in playbook
    .hint = The plays that come with the program
command-reload = Read the files again
    .hint = Read everything that is open once more
command-next-play = Next play
    .hint = The next play of the list
command-previous-play = Previous play
    .hint = The play before in the list
command-find-play = Find a play
    .hint = Search the list of plays
command-next-problem = Next problem
    .hint = Show the next problem in its file
command-fix-problem = Fix it
    .hint = Make the change that the problem shown offers
command-palette = All commands
    .hint = Find any command by its name
command-help = All keys
    .hint = Show every key
command-toggle-playbook = Playbook
    .hint = Show or fold the list of plays
command-toggle-inspector = Reasons
    .hint = Show or fold the explanation
command-next-theme = Night, paper or contrast
    .hint = Change the colours
command-reduced-motion = Reduced motion
    .hint = Each part of the play as a still
command-larger = Larger text
    .hint = Text and controls larger, up to double
command-smaller = Smaller text
    .hint = Text and controls smaller, down to 80 %
command-normal-size = Normal text
    .hint = Text and controls as designed
command-full-screen = Full screen
    .hint = Fill the screen, or not
command-quit = Quit
    .hint = Close the program
group-run = Running the play
group-look = Looking at the field
group-change = Changing it
group-compare = Comparing
group-present = Presenting
group-files = Plays and files
group-window = The window
command-next-language = Language
    .hint = The words of the window in the next language there is: English, Deutsch

## The strip above the field: the play, its result, what if, and what went wrong

header-cannot-run = { $stem } cannot be run yet: { $errors } problems, listed at the left. It is shown once they are cured.
header-empty = Open a play, or press Ctrl+K for all commands.
header-headline =
    .hint = Whole yards, from judgements. Try: down. The whole organisation: the spot, the weighted mean of the channels.
header-ruler = Whole organisation: { $yards } of 100 yards
    .hint = The whole organisation from today to the goal: how far it has come (the spot), what it needs by the last try (the line to gain), and the stretch shown below. Drag to look elsewhere.
header-plays = Plays
common-save = Save
header-what-if = What if
header-no-play = No play
header-run-again = Run it again
    .hint = The same play this often in a row, tries left aside; earlier fronts stay as thin lines.
header-what-if-told = What if: { $told }
header-what-if-nothing = What if: change anything; the file stays as it is.
header-back-to-file = Back to the file
header-compare-it = Compare it
header-keep-it = Keep it
header-what-if-told-hint = The field shows something else than the file says. Keep it makes that changes of the file.
header-broken = This file has errors now. The field shows the last version without any.
header-gone = { $stem }.ron is gone. The field shows what it was.
header-show-problem = Show the problem
    .hint = Show the place in its file
header-conflict = { $stem }.ron was changed by somebody else, and you have changes too.
header-decide = Decide
    .hint = See what differs, and whose version is kept
common-close = Close

## The strip below the field: time, speed and the presenter's words

transport-speed = Speed ({ $slower } slower, { $faster } faster)
transport-moment = Moment, of { $seconds } seconds
transport-chapters-hint = Drag to any moment. Left and Right step, Page up and Page down go from part to part.
transport-caption-place = { $number } of { $of }
transport-caption-place-hint = The presenter's step (beat) of this play
transport-notes = For the presenter: { $notes }

## The list of plays at the left

playbook-title = Playbook
playbook-plans = Plans
playbook-shows = Shows
playbook-show-hint =
    { $count ->
        [one] Present it, full screen, step by step: 1 item. { $summary }
       *[other] Present it, full screen, step by step: { $count } items. { $summary }
    }
playbook-present-named = Present { $title }
playbook-its-text = Its text
playbook-none = No play or plan has these words.
playbook-built-in = Built-in plays
    .hint = The plays that come with the program
playbook-watched = { $path }, watched: a change shows at once
playbook-new = New
    .hint = Start a play, a plan or an operating model
playbook-open = Open
    .hint = Open a file or a playbook folder (or drop one on the window)
playbook-more = More
playbook-compare-count = Compare { $count }
playbook-compare = Compare
    .hint = Two to four plays or plans side by side
playbook-model = Model
    .hint = One play or plan on the field
playbook-search = Search
    .name = Search plays
playbook-tag-hint = Only plays with this tag
playbook-row-plan = with all its plays
playbook-row-play = first use
playbook-row-hint =
    { $title }: { $hint }
    The number: yards the whole organisation gains, { $number }.
playbook-warnings =
    { $count ->
        [one] 1 warning
       *[other] { $count } warnings
    }
playbook-problems =
    { $count ->
        [one] 1 problem
       *[other] { $count } problems
    }
playbook-problem-hint = Show the place in its file (F8: next)
common-and-more = and { $count } more
playbook-fix = Fix
playbook-fix-name = Fix: { $fix }
playbook-row-errors = This file has errors; they are listed below.

## The reasons at the right

inspector-the-field = The field
inspector-plan = Plan
common-fold = Fold
inspector-judgement = Strengths are your judgement, not measurement.
inspector-why = Why
    .hint = What it came to, and why
inspector-argue = Argue
inspector-next = Next
common-change = Change
inspector-pushes-back = pushes back
inspector-gets-behind = gets in behind
inspector-holds-off = holds off
inspector-winning = Who's winning: { $ours } % to { $theirs } %
inspector-winning-hint = Who's winning (share): how much of this contest those moving us forward win
inspector-assume = We assume
    .hint = What if not? The result changes at once; the file does not.
inspector-explain-assumption = Explain this assumption
inspector-plan-end = at the end of the plan { $told }
inspector-if-not = If not:
inspector-if-held = If it held:
inspector-plan-starts = Where the plan starts
inspector-we-start = Where we start
inspector-first-try = the first try
inspector-this-play = this play
inspector-start-all-hint = How far every channel had come before { $before }, in yards of 100
inspector-all-channels = All channels
inspector-start-hint = How far { $channel } had come before { $before }, in yards of 100
inspector-play = Play
inspector-channel = Channel
inspector-head-to-head = Head to head
inspector-assumption = Assumption
common-forward = Moving us forward
common-back = Holding us back
inspector-argue-first = Argue first
inspector-next-call = Next call

## Questions about unsaved work

asking-conflict = Changed by somebody else
asking-leaving = There is unsaved work
asking-found = Unsaved work from before
asking-save-as = Save under another name
asking-gone = { $name } is gone. Your version is here, with changes that are not saved.
asking-changed = { $name } has changed since you opened it, and you have changes that are not saved.
asking-difference = Yours, set against the file
asking-save-again = Save it again
asking-keep-mine = Keep mine
    .hint = Your version replaces what the file says
asking-take-theirs = Take theirs
    .hint = The file's version takes the place of yours; undo brings yours back
asking-save-mine-as = Save mine as …
    .hint = Both are kept, under two names
asking-later = Decide later
    .hint = Nothing is written for now
asking-changed-meanwhile = , changed by somebody else meanwhile
asking-save-and-close = Save and close
    .hint = Everything is saved first
asking-close-unsaved = Close without saving
asking-lost = These changes are lost
asking-stay = Stay
    .hint = Nothing is closed
asking-ended-before = The program ended before this was saved:
asking-never-saved = A file that was never saved.
asking-take-up = Take it up
    .hint = Opens it with the changes, unsaved as they were
asking-throw-away = Throw it away
asking-offered-again = It is offered again at the next start
asking-names = Plans call a play by its file's name: lower-case letters, digits and hyphens.
asking-path = Path to save under

## What the file says of what is selected

facts-title = In the file
common-summary = Summary
common-source = Source
common-tags = Tags
common-step-back = Step back
common-yards = { $yards } yards
common-field = Field
common-done-means = Done means
common-counts = Counts
facts-counts = × { $weight } in the whole
common-looks-like = Looks like
common-mark = { $at } yd: { $text }
common-while-it-holds = While it holds
common-note = Note
common-strength = Strength
common-sets-out-to = Sets out to
facts-works-on = Works on
common-team = Team
facts-ball = Ball
facts-carries-ball = carries it, steps back { $yards } yards
facts-hold = stands firm
facts-press = comes at us while we step back
common-stance = Stance
facts-stands-in = Stands in
common-kind = Kind
facts-strengthen = { $name } counts × { $factor }
facts-cap = { $channel } gets no further than { $yards } yards
facts-reach = { $channel } sets out to go × { $factor } as far
facts-drag = { $channel } slips back × { $factor } when out on its own

## The field itself: what screen readers hear, and what a thing held says

field-nothing-open = nothing is open
field-name = The field: { $label }
field-and-more = { "" } and { $more } more
field-held = { $name }{ $others }: { $channel }, { $place }
field-held-ball = { $yards } yards back first, to understand what people need
field-held-start = { $name } starts at { $start } of 100 yards
field-held-end = Sets out to go { $end } yards beyond the line
field-behind-line =
    { $yards ->
        [one] { $yards } yard behind the line
       *[other] { $yards } yards behind the line
    }
field-ahead-line =
    { $yards ->
        [one] { $yards } yard ahead of the line
       *[other] { $yards } yards ahead of the line
    }
field-on-line = on the line

## The list of all keys

help-field = On the field: click to explain, drag to look along it, turn the wheel to zoom. Every key is in its control's tooltip.

## What was done

history-opened = As it was opened
history-go =
    .hint = Go to how it was then

## What to argue about first, and the next call

matters-title = Argue about this first
next-call-ended = The drive has ended here: there is no next call.
next-call-nothing = nothing more
next-call-after = After try { $number }; the plan calls { $calls }.
next-call-counts = What counts
    .hint = From ground alone, at the left, to staying together, at the right
next-call-ground = Ground
next-call-together = Staying together
common-more = { $count } more
next-call-show = Put this play on the field
next-call-makes-line = Makes the line { $often }.
next-call-too-close = Too close to call against the next.

## Typing a path

open-path-about = A play, a plan, an operating model, or a folder of plays. You can also drop one on the window.
open-path-name = Path

## All commands by their words

palette-example = A command or a play
palette-name = Find a command
palette-nothing = Nothing has these words.
palette-show = Show { $title }
palette-go-to-unsaved = Go to unsaved { $name }

## One problem, at its place

problem-title = Problem { $number } of { $count }
problem-no-text = The file is not text.
problem-copy-place = Copy the place
    .hint = Put file, line and column on the clipboard

## The file's text

source-gone = This file is gone.
source-packed = In a web page: it stays as it is.
source-built-in = Built in: it stays as it is.
source-edit-copy = Edit a copy
    .hint = A copy in a folder of your own, opened here
edit-type = Type
edit-fix-problem = Fix a problem
source-unsaved = { $name } (not saved)
source-find = Find in the text
source-nowhere = nowhere
source-found-at = { $number } of { $count }
source-found = { $count } times
source-before-hint = The one before (Shift+Enter)
source-after-hint = The next one (Enter)
source-close-hint = Close (Escape)
source-hint = Ctrl+Space offers what fits, Ctrl+F finds, Ctrl+. mends; Escape leaves the text
source-fix = Ctrl+. { $fix }
source-text-of-model = Text of the model
source-text-of-play = Text of the play
source-text-of-plan = Text of the plan

## The tries of a plan, above the time

tries-number = Try { $number }
tries-each-hint = Try { $number } of each ({ $keys })
tries-keys = { $before } and { $after }: the try before and after
tries-said = Try { $number }: { $title }, { $gain } of the whole organisation. { $result }
tries-first-down = Far enough: new tries (first down).
tries-setback = Not far enough: every channel loses ground (setback).
tries-turnover = Not far enough again: control is lost (turnover).
tries-goal = Every channel is at the goal.

## The small form for something new on the field

adding-strength-hint = Likely 3, 5 or 7 of 10, give or take 2 (Alt+1, Alt+2, Alt+3)
adding-add = Add
    .hint = Put it on the field (Enter)
adding-keys-assumption = Up and Down: the channel. Enter adds it.
adding-keys = Up and Down: the channel. Alt+1, 2, 3: the strength. Enter adds it.
common-name = Name
adding-defender-example = A rule, a habit, a system, such as: Annual budget round
adding-player-example = Such as: Service redesign team
adding-assumption-example = In a sentence
adding-no-channel = None in particular
common-no-channel = No channel in particular
adding-in-channel = In { $channel }

## The fields of an assumption

assumption-effect-strengthen = A player counts
assumption-effect-cap = A channel stops at
assumption-effect-reach = A channel sets out to go
assumption-effect-drag = A channel slips back
assumption-text-hint = The condition, in a sentence
assumption-an = An assumption
edit-assumption = Change an assumption
assumption-holds = Holds in the file
    .hint = Whether it holds unless somebody asks what if. The switch under Why asks that, and leaves the file alone.
edit-assumption-holds = Let an assumption hold
edit-assumption-not = Let an assumption not hold
assumption-channel-hint = The channel it is about, if it is about one
edit-assumption-about = Change what an assumption is about
common-remove = Remove
assumption-remove-hint = Take it out of the play, with its effects
common-id = Id
assumption-id-hint = What the file calls it: lower-case words joined by hyphens. Another id is written wherever this play names it.
assumption-add-effect = Add an effect
assumption-no-effect = Nothing follows from it yet.
assumption-effect-number = effect { $number }
assumption-effect = Effect
    .hint = A player's strength, how far a channel sets out to go, or how far it slips back when it is out on its own, times a factor of 0 to 10; or the yard a channel gets no further than
common-remove-named = Remove { $name }
assumption-whom = Whom or what
    .hint = The player or channel it is about
assumption-no-further = No further than
    .hint = In yards: 0 to 100
assumption-times = Times
    .hint = A factor: 0 to 10; 1 changes nothing
edit-effect = Change an effect
assumption-an-effect = an effect

## The presenter's steps of a play or plan

steps-title = The presenter's steps
steps-add = Add a step
steps-number = step { $number }
common-change-named = Change { $name }
common-none-yet = None yet.
steps-when = When
    .hint = The part of the play it is shown with (phase)
edit-step-when = Change when a step is shown
steps-caption = Caption
    .hint = What the room reads
steps-the-caption = The caption
edit-caption = Change a caption
steps-notes = Notes
    .hint = What only the presenter reads
edit-notes = Change the notes of a step
steps-looks-at = Looks at
    .hint = Players, channels or assumptions the room is to look at (focus); all else dims
steps-do-not-look = Do not look at { $name }
steps-look-more = Look at one more
    .hint = A player, a channel or an assumption
steps-look-at-more = Look at …
edit-step-focus = Change what a step looks at

## What any field may say

fields-empty = { $name } cannot be left empty; it stays as it was.
fields-move-down = Move { $name } down
fields-move-up = Move { $name } up
fields-file-errors = This file has errors now. Correct them in its text first; then its fields can be changed here.
fields-the-plan = The plan
fields-the-play = The play of this try
fields-above = above{ " " }
fields-out-of-range = { $name } goes from { $above }{ $low } to { $high }{ $unit }; it stays as it was.
fields-add = Add { $what }

## The fields of the operating model

model-title = Operating model
    .hint = What the operating model is called: the field
common-title = Title
common-the-title = The title
edit-title = Change the title
model-channels = Channels
model-add-channel = Add a channel
fields-move = Move { $name }
model-stays = It stays. { $why }
model-rules = Rules
    .hint = Every number is a judgement. Those the file does not name are as usual.
fields-unit-yards = { "" } yards
model-rule-range = { $low } to { $high }{ $unit }, usually { $usual }
edit-rule = Change the rule { $name }
model-rule-back = Back to { $usual }
model-rule-usual = { $name } as usual
model-rule-back-named = { $name } back to { $usual }
edit-rule-back = Set { $name } back
model-channel-name-hint = What the channel is called on screen
common-the-name = The name
edit-channel-name = Rename a channel
model-done-means-hint = What done looks like, at the far end of the lane (the goal)
model-done-looks-like = What done looks like
edit-done-means = Change what done means
model-counts-hint = How much it counts in the whole organisation (weight): above 0 to 10
edit-weight = Change how much a channel counts
common-in-the-files = In the files
model-channel-id-hint = How plays and plans name it. Another one is changed in every file of the playbook on this operating model
model-cannot-remove = It cannot be removed. { $why }
model-nothing-else = Nothing else changes
model-remove-channel = Remove this channel
model-whole = The whole operating model
model-mark-number = mark { $number }
model-marks = What the way looks like
model-add-mark = Add a mark
model-mark-at = At
    .hint = Yards from today: 0 to 100
edit-mark-move = Move a mark
model-mark-hint = What it looks like there
model-mark-looks-like = What it looks like
edit-mark = Change a mark
model-new-mark = Say what this looks like.
model-a-mark = a mark

## The fields of a plan

plan-title-hint = What the plan is called on screen
plan-summary-hint = What it is, in a sentence
common-the-summary = The summary
edit-summary = Change the summary
plan-from-to = From where to where
plan-goal = Goal
    .hint = Where every channel is to get to, in yards: beyond where it starts, to 100
edit-goal = Change the goal
plan-alike = Every channel starts alike
    .hint = One yard for all channels, or one for each
plan-starts-at = Starts at
    .hint = How far every channel has come before the first try, in yards
plan-channel-start-hint = How far { $channel } has come before the first try, in yards
plan-calls = What is called, in order
plan-add-call = Add a call
plan-add-event = Add an event
    .hint = Something that happens between two plays, for certain
plan-new-event = Something happens
plan-one-stays = A plan calls at least one play; this one stays.
plan-a-call = a call
plan-what-happens = What happens
    .hint = What the event is called
edit-event = Change an event
plan-severity = Severity
    .hint = The share of each lead that is lost: 0 to 1
edit-severity = Change how severe an event is
plan-strikes = Strikes
    .hint = The channels it strikes; none chosen: all
plan-strikes-channel = Strikes { $channel }
edit-strikes = Change what an event strikes
plan-strikes-all = None chosen: it strikes all of them.
plan-risk-number = risk { $number }
plan-risk-hint = Comes with chance { $chance } after each try, and costs { $severity } of each lead
plan-risks = What may happen
plan-add-risk = Add a risk
plan-risk-name-hint = What the risk is called
edit-risk = Change a risk
plan-chance = Chance
    .hint = How likely it is after each try: 0 to 1
edit-chance = Change how likely a risk is
edit-risk-severity = Change how severe a risk is
plan-new-risk = Something may happen
plan-a-risk = a risk
plan-step-text = Try { $number }: { $caption }
plan-after-try = After try
    .hint = After which try (down) of the whole plan, from 1
plan-new-caption = Say what the room reads.
plan-a-step = a step
plan-in-playbook = In the playbook
plan-field-hint = The operating model that the plan's plays share
plan-field-refused = { $title } stands on another field; the plan stays where it is.
edit-field = Change the field
plan-field-shared = A plan's plays all stand on its field.
plan-call-play-hint = Which play: those on the same field
edit-call-play = Call another play
plan-times = Times
    .hint = How often in a row: 1 to 100
edit-call-times = Change how often it is called
edit-plan-start = Change where it starts
plan-call-number = call { $number }
plan-call-hint = { $title }, called { $times } times in a row
plan-event-number = event { $number }
plan-event-text = { $number }  Event: { $name }
plan-event-hint = { $name }: { $severity } of each lead is lost

## The fields of a play

play-of-try = The play of the try shown.
play-title-hint = What the play is called on screen
play-summary-hint = What it is, in a sentence
play-carries-ball = Carries the ball
play-carrier-hint = Who has the ball (the carrier): it moves back first, to understand what users need
play-step-back-hint = Yards spent understanding user needs first: 0 to 20
play-nobody = Nobody yet.
play-tags-hint = Words to find it by, with commas between them
edit-tags = Change the tags
play-source-hint = Where the idea is from
edit-source = Change the source
play-counts-as = Counts as
    .hint = The tactic it counts as when it is called again: what is repeated gains less. Without one it is a tactic of its own.
play-tactic-refused = A tactic is written in lower-case words joined by hyphens; it stays as it was.
edit-tactic = Change the tactic
play-field-hint = The operating model it is played on: the channels
play-field-of-plan = The plays of a plan share its field: change the plan first.
play-field-refused = { $title } has no channel "{ $id }", which this play uses; it stays as it was.

## The fields of a player

player-from-line = From the line
    .hint = Yards from where its channel stands now (the line of scrimmage), below 0 behind it: -30 to 100
player-across = Across
    .hint = Across its channel: -1 at the upper edge, 1 at the lower
player-stands-firm = Stands firm
player-comes-at-us = Comes at us while we step back
player-name-offense-hint = What it is called on the field (an offense player)
player-name-defense-hint = What it is called on the field (a defender): a rule, a habit, a system
edit-player-name = Rename to { $name }
player-sets-out-hint = What it does (assignment): push back, get in behind or hold off somebody in its channel, add to a team-mate, run into open ground, or stay. Only what is possible is offered.
player-carries-hint = The ball moves back first, with its carrier
player-somebody-carries = Somebody must carry it: give the ball to another player instead.
player-stance-hint = Stands firm (hold), or comes at whoever carries the ball while it steps back (press)
edit-stance = Change the stance of { $name }
player-channel-hint = The lane it plays in: one dimension of the operating model
player-note-hint = A line about it, for those who ask
edit-note = Change the note of { $name }
player-team-hint = Groups players of one team across channels
player-kind-hint = Groups what holds us back by its kind, across channels
player-short = Short name
    .hint = One to three letters, for a small token
player-short-refused = A short name has one to three letters; it stays as it was.
edit-short = Change the short name of { $name }
player-id-hint = What the file calls it: lower-case words joined by hyphens. Another id is written wherever this play names it. The same force has the same id in every play.
player-route = Route
player-add-bend = Add a bend to the route
player-straight-on = Straight on, to 5 yards beyond the line.
player-bend-number = bend { $number }
player-bend-title = Bend { $number }
player-straighten = Straighten
    .hint = Run straight on again
player-duplicate-hint = Another one like it, a little aside
player-remove-hint = Take it out of the play, with what refers to it
edit-team = Change the team of { $name }
edit-kind = Change the kind of { $name }

## The strength of a player

strength-hint = How strong, above 0 to 10: a judgement, not a measurement. The expected result uses the likely value; the range is what it may be at least and at most.
strength-low = Strength, low
strength-likely = Strength, likely
strength-high = Strength, high
strength-handle-hint = { $name }: { $number }. Drag it, or use the arrow keys.
strength-range-hint = Likely { $likely }, from { $low } to { $high }
strength-range = { $likely }, from { $low } to { $high }

## Plays and plans side by side

compare-choose = Choose two to four plays or plans from the list.
compare-choose-one-more = Choose one more from the list, up to four.
compare-running = Running the trials
compare-luck-hint = From trials on the same luck: in each, a force they share is as strong for one as for the other. Strengths and chances are judgements, not measurement.
compare-as-files = Compared as the files are; Shift+V in Model takes the what-if in too.
compare-one-field = One field
compare-side-by-side = Side by side
compare-times-name = Each play called { $times } times
compare-times-hint = How often a play by itself is called
compare-each-play = Each play
compare-fields-of = The fields of { $titles }
compare-about = about { $title }
compare-spot-chart = The whole organisation by try: a line for each, with what 8 of 10 trials come to around it
compare-drive-of = The drive of { $title }, a row a try
compare-from-to = From { $from } to { $to }
compare-no-common = A play and a plan: their files have nothing in common.
compare-no-differences = No differences.
compare-at-the-end = At the end
compare-show-drive = { $title }: show its drive in the charts
compare-range = { $expected }  ({ $low } to { $high })
compare-yards-hint = Yards as expected; in brackets what 8 of 10 trials come to. ✓: clearly better than every other.
compare-trials-hint = Of a hundred trials. What is clearly better differs by more than chance makes likely.
compare-expected-hint = As expected, without chance. ✓: clearly better than every other.
compare-better = , better
compare-what-if-number = what if { $number }
compare-what-if = what if
compare-full = Four stand side by side already: take one out first.
compare-other-model = Only what stands on the same operating model can be compared.
compare-empty = It has nothing to run.
compare-sheet-spot = Try by try
compare-sheet-drive = Drive
compare-sheet-files = What differs
compare-stale = as last read: its file has errors now
compare-lost = lost control at try { $number }
compare-goal = at the goal since try { $number }
compare-out-of-calls = everything called by try { $number }

## Starting something new

starting-what-we-do = What we do
starting-play-example = Such as: Buy cloud hosting
starting-who = Who does it
starting-our-team = Our team
starting-channels = Channels it touches
starting-touches = Whether it touches { $channel }: Space, or { $key }
starting-in-the-way = What stands in the way
starting-channel-first = Choose a channel first.
starting-in-the-way-in = In the way in { $channel }
starting-in-the-way-example = A rule, a habit, a system
starting-up-down = Up and Down change how strong it is
starting-strength-hint = Strength { $likely }, between { $low } and { $high } of 10: your judgement
starting-granted = What we take for granted
starting-granted-example = Such as: The budget is there in April. May be left empty.
starting-granted-else = And what else?
starting-granted-number = What we take for granted { $number }
starting-template = Template
starting-copy-example = What the copy is called
starting-copy-of = A copy of
starting-built-in = { $title }  ·  built in
starting-copy-named = Copy { $title }
starting-called = What it is called
starting-model-example = Such as: Our four channels
starting-model-about = A copy of the field you look at, with its channels and rules, for you to change.
starting-model-plan = A plan goes over to it once all its plays stand on it.
starting-play-on-it = Play { $title } on it
starting-will-be = It will be { $path }. Nothing is written before you save.
common-no-folder = There is no folder for your own plays: open one first.
starting-make-play = Make the play
starting-make-plan = Make the plan
starting-make-model = Make the model
starting-make-hint = Make it and show it (Ctrl+Enter)
starting-keys = Enter goes on, Esc keeps the answers for later
starting-plan-example = Such as: The first two years
starting-where = Where every channel starts
    .hint = Yards of 100, from 0 to 99
starting-call = Call { $title }
starting-no-play = No play stands on this operating model.
starting-nothing = Nothing yet.
starting-times-hint = How often in a row, 1 to 100
starting-times = Times { $title }
starting-guided = A few questions
starting-a-template = A template
starting-a-copy = A copy
starting-one-channel = One team, one channel
    .about = One team pushes against one thing in the first channel.
starting-open-ground = Open ground
    .about = One team in the first channel, with nothing in its way yet.
starting-every-channel-about = A team in every channel, each with something in its way: delete what you do not need.
starting-holds-back = What holds back { $channel }
starting-assumption = Say here what has to be true for this to work.
starting-ours = { $title } (ours)
starting-say-name = Say in a few words what it is called.
starting-step = { $what }: { $title }
starting-play-it-on = Play it on { $title }
starting-model-gone = The operating model is gone.
starting-choose-copy = Choose the play it is to be a copy of.
starting-model-not-found = { $play } stands on an operating model that is not found from here.
starting-choose-call = Choose at least one play to call.
starting-not-there = { $stem } is not there any more.
starting-plan-summary = Calls { $plays }.
starting-every-channel = All { $number } channels

## What follows when channels come and go, and what speaks against it

channels-two = An operating model has at least two channels.
common-has-errors = { $file } has errors: correct them first.
channels-none-such = The model has no such channel.
channels-remove = Remove channel { $name }
channels-removed = { $name } is no part of the model any more. { $follows }
channels-rename-first = Rename the new channels there are first.
channels-new = New channel
channels-new-number = New channel { $number }
channels-new-goal = Say what done looks like.
channels-add = Add channel { $name }
channels-added = { $name } is the last channel. Nobody is working on it yet.
channels-added-start = { $news } It starts at yard { $yards } in { $plans }.
channels-file-gone = A file is gone.
channels-about-none = In { $play }, “{ $assumption }” is about no channel any more.
channels-start-goes = Where it starts goes from { $plan }.
channels-strikes-nothing-else = In { $plan }, { $name } strikes nothing else: remove it first.
channels-strikes-no-more = In { $plan }, { $name } does not strike it any more.
channels-more-reasons =
    { $count ->
        [one] And there is one reason more.
       *[other] And there are { $number } reasons more.
    }
channels-still-there =
    { $count ->
        [one] In { $play }, { $names } still stands there.
       *[other] In { $play }, { $names } still stand there.
    }
channels-effects-go =
    { $count ->
        [one] In { $play }, an effect on it goes.
       *[other] In { $play }, { $count } effects on it go.
    }

## What was done to a file

editing-not-open = The file is not open any more.
editing-undone = Undone
editing-redone = Done again
editing-gone-to = Gone to
editing-did = { $what }: { $name }

## Mending a problem

fixing-no-problem = There is no such problem any more.
fixing-no-fix = There is no change that is sure to cure this.
fixing-gone = { $file } is gone.
fixing-packed = What is in a web page cannot be changed there.
fixing-built-in = What comes with the program cannot be changed.
common-not-utf8 = { $file } is not UTF-8 text: save it as that in an editor first.
fixing-gone-read-again = { $file } is gone. Read the files again to see what is there.
fixing-changed = { $file } has changed since it was read. Read the files again.
fixing-nothing = The change offered would change nothing.
fixing-fixed = Fixed: { $fix }. Ctrl+Z takes it back.

## What is held by hand

hand-and-more = , and { $count } more
hand-nobody = Nobody pushes back, gets in behind or runs forward here

## What if

what-if-on = What if: what you change now changes the result, not the file.
what-if-off-kept = Changes go to the file again. The what-if is still there: K keeps it, R drops it.
what-if-off = Changes go to the file again.
what-if-no-play = There is no play on the field.
what-if-undone-start = Undone: where we start
what-if-undone = Undone: { $name }
what-if-nothing-to-keep = Nothing to keep: where we start is no part of a play. A plan has it.
what-if-keep-start = Keep where the plan starts
what-if-kept-but-start = Kept in the file, but for where we start: that is no part of a play, a plan has it.
what-if-kept = Kept in the file. Undo takes it back.
what-if-play-errors = The play's file has errors: correct them first.

## Opening files

opening-show = This is a show: F5 presents it. Its first play is on the field.
opening-refused = { $path } cannot be opened: { $error }.
opening-nothing = { $path } holds nothing that can be run.
opening-no-files = There are no play files in { $path }.
opening-unreadable-now = { $path } cannot be read any more: { $error }.
opening-unreadable = { $path } cannot be read: { $error }.
opening-laid-over-gone = The file has changed: what was laid over the play is gone.
opening-model-errors = { $stem } cannot be shown: its operating model has errors.
opening-dialog = Open a play or a playbook
opening-filter = Play files

## A copy of one's own

owning-gone = The file is gone.
owning-nothing = There is nothing on the field to change.
owning-copy = Copy { $name }
owning-copied = Built-in plays stay as they are. This is a copy of your own: { $path }. Ctrl+S saves it.
owning-copied-packed = Plays in a web page stay as they are. This is a copy of your own: { $path }. Ctrl+S saves it.
owning-ours = ours
owning-ours-number = ours { $number }
owning-unsaved = { $path } is not saved yet. Ctrl+S saves it.

## Another id for a channel

renaming-already = It is called { $id } already.
renaming-step = Rename channel { $from } to { $to }
common-and = and
renaming-form = An id is lower-case letters and digits, words joined by single hyphens.
renaming-no-model = There is no operating model here.
renaming-taken = Another channel is called { $id } already.
renaming-in-use = { $id } is the id of something in { $play }: choose another.
renaming-elsewhere = { $path } is not where this play looks for its operating model.
renaming-still-read = { $path } is still being read: try again.
renaming-renamed =
    { $count ->
        [one] { $from } is called { $to } now, in the model and { $number } file more.
       *[other] { $from } is called { $to } now, in the model and { $number } files more.
    }
renaming-not-changed = { $news } Not changed, since it cannot be read: { $files }.

## Saving, and whose version is kept

saving-already = Everything is saved already.
saving-saved = Saved { $path }
saving-saved-files = Saved { $count } files
saving-name = { $path } cannot be the name of a play file: lower-case letters, digits and single hyphens, and .ron at the end.
saving-saved-opened = Saved { $path }, and opened its folder
saving-their-errors = The file has { $count } errors now.
saving-your-errors = Your version has { $count } errors.
saving-other-kind = They are documents of different kinds.
saving-same = They say the same; comments or layout differ.
saving-taken = Taken as it is in the file. Undo brings yours back.
saving-rescued = Here is your unsaved work on { $path }.
saving-not-kept-often = Unsaved work cannot be kept for a next start: { $error }. Save often.
saving-not-kept-now = Unsaved work cannot be kept for a next start: { $error }. Save it now.

## Numbers and keys

# Numbers in running text; the count itself from eleven on
number-word =
    { $count ->
        [0] no
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
       *[other] { $count }
    }
key-control = Ctrl
key-command = Cmd
key-alt = Alt
key-shift = Shift
key-left = Left
key-right = Right
key-up = Up
key-down = Down
key-page-up = Page up
key-page-down = Page down
key-escape = Esc
key-space = Space
key-enter = Enter
key-home = Home
key-end = End
key-delete = Delete

## Boards for the room

board-row-less = One yard less: { $name }
board-row-more = One yard more: { $name }

board-guess = How many yards?
board-guess-keys = Digits, then Enter: the next channel. Tab: the next group. Esc: done.
# Of a group, after its name and a colon
board-guess-done = has guessed
board-guess-field = Guess for { $channel }, in yards

board-outcome = Guessed, and came to
board-outcome-keys = Below each guess: yards too many (+) or too few (−). Esc: done.
board-outcome-nobody = Nobody guessed before this was run. Press C at a step before its end, and the room can.
# Above a column of numbers, with room for about ten letters
board-outcome-came-to = came to
board-outcome-result = { $channel } came to { $yards }.
board-outcome-guessed = { $channel } came to { $yards }; { $guesses }.
board-outcome-guess = { $group } guessed { $yards }

board-fronts = How far have we come?
board-fronts-keys = Digits, or Left and Right (Shift: by 5). Enter: the next channel. Esc: done.
board-fronts-none = There are no channels to place: this show runs nothing.
board-fronts-field = Where { $channel } stands today, in yards

board-groups = Who is in the room?
board-groups-keys = Names with commas between them, at most six. Enter: done. Esc: as before.
board-groups-field = Names of the groups
board-groups-example = Table 1, Table 2, Table 3
board-groups-none = Without names the room guesses and calls as one.
board-groups-too-many =
    { $count ->
        [one] One name more than there can be groups is left out.
       *[other] { $count } names more than there can be groups are left out.
    }

board-calls-keys = Numbers call a play, Backspace takes it back. Enter: the next group. R: show what all have called.
board-calls-keys-shown = R: hide it again. Enter: the next group.
board-calls-none-here = At this step nothing is called.
board-calls-plays = To choose from
board-calls-call = Call { $play }
board-calls-made = { $calls } of { $of } called
board-calls-left =
    { $count ->
        [0] All calls are made.
        [one] One call left.
       *[other] { $count } calls left.
    }
board-calls-organisation = Whole organisation
board-calls-alone = Out on its own
board-calls-yards =
    { $yards ->
        [one] { $yards } yard
       *[other] { $yards } yards
    }
board-calls-take-back = Take the last one back
board-calls-reveal = Show what all have called
board-called-hide = Hide it again
board-called-nothing = Nothing called so far
board-called-best = best
board-called-result =
    { $yards ->
        [one] { $group }: { $plays }. Whole organisation { $spot }, out on its own { $yards } yard.
       *[other] { $group }: { $plays }. Whole organisation { $spot }, out on its own { $yards } yards.
    }
board-chart = The whole organisation after each call, a line a group
board-chart-today = today

board-argue = What would change your mind?
board-argue-keys = Numbers or Space switch. Left and Right pull a strength, Tab changes which end. R: back to the file.
board-argue-back = Back to the file
board-argue-unchanged = Nothing is changed so far.
board-argue-organisation = Whole organisation
board-argue-nothing = There is nothing to argue about on the field.
board-argue-if-not = If not: { $change }
board-argue-if-held = If it held: { $change }
board-argue-at-least = At its least, { $number }: { $change }
board-argue-at-likeliest = At its likeliest, { $number }: { $change }
board-argue-at-most = At its most, { $number }: { $change }
board-argue-weaker = Weaker
board-argue-stronger = Stronger
board-strength-low = At least
board-strength-likely = Likely
board-strength-high = At most
board-strength-low-of = { $name }, at least
board-strength-likely-of = { $name }, likely
board-strength-high-of = { $name }, at most

board-written-argument = What was said?
board-written-argument-field = An argument
board-written-argument-example = Somebody's point, in a sentence
board-written-decision = What do we decide?
board-written-decision-field = A decision
board-written-decision-example = What we will do, in a sentence
board-written-keys = Enter: write it down. Shift+Enter: a new line. Esc: done.
board-written-none = Nothing is written down so far.
board-written-take-back = Take back
board-written-take-back-this = Take back: { $words }

board-timer = How much time?
board-timer-keys = Digits for minutes, then Enter. T stops it again.
board-timer-field = Minutes
# Behind the number
board-timer-unit = minutes
board-timer-less = One minute less
board-timer-more = One minute more
board-timer-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
board-timer-start = Start

board-record = Keep what was said
board-record-keys = Enter: save. Esc: not now.
board-record-field = Name of the record
board-record-save = Save
board-record-nothing = Nothing was guessed, argued or decided so far.
board-record-no-folder = There is no folder for your own files: open one first.
board-record-path = It will be saved as { $path }
# The parts are the following, with commas and an "and" between them
board-record-holds = It holds { $parts }.
board-record-placed =
    { $count ->
        [one] { $count } channel placed
       *[other] { $count } channels placed
    }
board-record-guesses =
    { $count ->
        [one] { $count } guess
       *[other] { $count } guesses
    }
board-record-switched =
    { $count ->
        [one] { $count } assumption switched
       *[other] { $count } assumptions switched
    }
board-record-judged =
    { $count ->
        [one] { $count } strength judged otherwise
       *[other] { $count } strengths judged otherwise
    }
board-record-called =
    { $count ->
        [one] { $count } group's calls
       *[other] { $count } groups' calls
    }
board-record-arguments =
    { $count ->
        [one] { $count } argument
       *[other] { $count } arguments
    }
board-record-decisions =
    { $count ->
        [one] { $count } decision
       *[other] { $count } decisions
    }
