### All texts in English. Key: module-situation. The same keys and the same facts as nl.ftl.

## Errors

error-unexpected =
    Something went wrong on our side. What was saved is still there. Please try again in a few minutes.
error-not-allowed =
    You cannot do this here. Nothing has changed. Ask a staff member for help if you think you should be able to.
error-not-found =
    I cannot find this. Nothing has changed. Check the name and try again.
error-expired =
    This button has expired. What you did before is saved. Open the start message and begin again there.
error-bad-input =
    I do not quite understand this. Nothing has changed. Check what you filled in and try again.
error-too-many =
    You are doing a lot in a row. What you already did is saved. You can go on in { DURATION($wait_s) }.
error-unavailable =
    This does not work right now. What you already did is saved. Please try again in a few minutes.

## Practice community

practice-port-taken =
    Port { $port } is already in use by another program. Choose another port, for example { $other }.

## Outbox

outbox-undelivered =
    A message did not arrive: { $what }. { $reason } The message is still in the list. Code: { $source }
outbox-no-platform = This kind of chat is not switched on.
outbox-too-often = It did not work for a whole day.
outbox-dm-closed = This person does not take private messages.
outbox-forbidden = The bot may not write there. Give the bot permission in that channel.
outbox-place-gone = The channel or message no longer exists. Choose another channel with /settings channel.
outbox-refused = Discord did not accept the message.
outbox-kind-poll-card = a new poll
outbox-kind-poll-result = the result of a poll
outbox-kind-poll-stopped = the notice that a poll was stopped
outbox-kind-start-message = the start message

## Set-up

people-no-community = The bot is not ready here yet. Ask an admin to type /settings show.
start-message = **Welcome to Bewonersbot**
    Here residents help each other. You need not be a member. Choose below what you want to do. You cannot break anything.
start-poll-button = Start a poll
setup-head = **Settings.** This is what the bot uses now:
setup-place = - { $place }: { $channel } { $exists ->
        [yes] (ready)
       *[no] (I make it when you press the button)
    }
setup-place-start = the start message
setup-place-helpdesk = asking questions
setup-place-polls = polls
setup-place-news = policy news
setup-place-staff = staff only
setup-roles = { $known ->
        [yes] Roles: { $roles }.
       *[no] No roles are chosen yet. Choose them with /settings roles.
    }
setup-build-button = Make the channels
setup-built = Done. The bot now uses { $channels }. The start message will be there in a moment.
setup-saved = Saved. It works at once.
setup-need-view = The bot lacks a permission: view channels. Without it the bot sees no questions.
setup-need-send = The bot lacks a permission: send messages. Without it the bot cannot answer.
setup-need-history = The bot lacks a permission: read message history. Without it a message may come twice.
setup-need-files = The bot lacks a permission: attach files. Without it results come without a picture.
setup-need-threads = The bot lacks a permission: create private threads. It is needed for introductions.
setup-need-thread-messages = The bot lacks a permission: send messages in threads. It is needed for introductions.
setup-need-pin = The bot lacks a permission: pin messages. It is needed for the start message.
command-instellingen = Set up the bot, for admins
command-instellingen-toon = See the settings and make the channels
command-instellingen-kanaal = Choose another channel
command-instellingen-rollen = Choose who is staff and who is admin
option-setup-place = What is the channel for?
option-setup-channel = Which channel?
option-setup-staff = The role of staff
option-setup-admin = The role of admins
word-instellingen = settings
word-toon = show
word-kanaal = channel
word-rollen = roles
word-waarvoor = purpose
word-medewerker = staff
word-beheerder = admin

## Polls

polls-not-found = I cannot find this poll. Nothing changed. Type /poll list to see what is open.
polls-closed = This poll is closed. You could vote until { $closes_at }. Nothing changed.
polls-options = A poll has 2 to 25 different choices. You gave { $count }. Put a semicolon between two choices.
polls-no-place = There is no channel for polls yet. Your poll was not started. Ask an admin to type /settings show.
polls-too-soon = That is too soon. People need time to vote. Choose a later moment, such as tomorrow 20:00.
polls-choice = This choice does not fit the poll. Your vote did not change. Choose one of the buttons.
polls-opened = Your poll { $number } is open, with { $options } choices: { $question } People can vote until { $closes_at }. Then the result comes to the channel by itself.
polls-receipt = { $changed ->
        [yes] Your vote was changed.
       *[no] Your vote counts.
    } You chose: { $choices }. You can change your vote until { $closes_at }.
polls-withdraw-button = Take vote back
polls-withdrawn = { $found ->
        [yes] Your vote is gone. You can vote again while the poll is open.
       *[no] You had not voted yet. Nothing changed.
    }
polls-list-line = Poll { $number }: { $question } Open until { $closes_at }.
polls-none-open = No poll is open now.
polls-stopped = Poll { $number } was stopped. There will be no result.
polls-stopped-notice = The poll was stopped: { $question } There will be no result.
polls-card-purpose = What for: { $purpose }
polls-card-count = { " " }({ $count })
polls-card-foot = { $open ->
        [yes] You can vote until { $closes_at }.
       *[no] This poll is closed.
    } { $multiple ->
        [yes] You may choose more than one.
       *[no] You choose once.
    } { $anonymous ->
        [yes] Nobody in the group sees what you vote. Staff neither.
       *[no] Everybody may know what you vote.
    } { $voters ->
        [0] { "" }
        [one] There is 1 vote.
       *[other] There are { $voters } votes.
    } This is advice, not a decision.
polls-pick = { $multiple ->
        [yes] Choose what you want
       *[no] Choose one answer
    }
polls-result = **Result: { $question }**
    { $tied ->
        [yes] A tie: { $winners } have the same number of votes.
       *[no] Most votes: { $winners }.
    } { $voters ->
        [one] 1 person voted.
       *[other] { $voters } people voted.
    }
polls-result-alt = Bar chart of the result. { $question } { $numbers }.
polls-result-footer = { $voters ->
        [one] 1 vote
       *[other] { $voters } votes
    }
polls-result-few = The poll is closed: { $question } Fewer than 5 people voted. So we show no numbers. That way nobody can guess who chose what.
polls-result-none = The poll is closed: { $question } Nobody voted.
polls-advice = This is advice, not a decision.
polls-form-title = Start a poll
polls-form-question = What do you want to know?
polls-form-question-hint = One clear question
polls-form-options = Which choices are there?
polls-form-options-hint = Put each choice on a line of its own
polls-form-deadline = Until when?
polls-form-deadline-hint = For example: Friday 20:00
polls-form-purpose = What is the result for?
polls-form-purpose-hint = For example: for our talk with the municipality
polls-form-kind = Anything other than usual?
polls-form-multiple = More choices allowed
polls-form-named = By name, not anonymous
command-peiling = Ask everybody something
command-peiling-nieuw = Start a poll in one line
command-peiling-formulier = Start a poll with a form
command-peiling-lijst = See which polls are open
command-peiling-stop = Stop a poll, without a result
option-poll-question = What do you want to know?
option-poll-options = The choices, with a semicolon in between
option-poll-deadline = Until when, for example: Friday 20:00
option-poll-multiple = May somebody choose more than one?
option-poll-named = May everybody see who votes what?
option-poll-number = The number of the poll
word-peiling = poll
word-nieuw = new
word-formulier = form
word-lijst = list
word-stop = stop
word-vraag = ask
word-keuzes = choices
word-tot = until
word-meer = several
word-op_naam = by_name
word-nummer = number

error-code = Code: { $code }

## Moments

moment-unclear = I do not understand this moment. Nothing changed. Name one day and one time, such as: friday 20:00, in 3 days, 30 november 12:00.
moment-past = That moment has passed. Nothing changed. Do you mean { $proposal }? Then type that.
moment-skipped = That time does not exist, because the clock goes one hour forward. Nothing changed. Choose for instance { $proposal }.
moment-too-far = That is more than a year ahead. Nothing changed. Choose a moment up to { $latest }.

## Matching: why somebody fits

match-reason-offers-what-you-need = Offers what you need: { $what }.
match-reason-offers-something-like-it = Offers something like it: { $what }.
match-reason-needs-what-you-offer = Needs what you offer: { $what }.
match-reason-shared-theme = Same theme: { $names }.
match-reason-related-theme = Does something like it: { $names }.
match-reason-same-words = Tells about it: "{ $what }"
match-reason-same-context =
    { $kind ->
        [dorp] Also in a village.
        [stadswijk] Also in a city district.
        [stad] Also for a whole city.
        [regio] Also for a whole region.
        [landelijk] Also for the whole country.
       *[other] Also outside the Netherlands.
    }
match-reason-same-size = About the same size: { $number } people.
match-reason-same-place = Is in { $what }.
match-reason-distance = Is { $number } kilometres away, in { $what }.
match-reason-a-phase-ahead = Is further on. Their phase: { $names }.
match-reason-same-phase = Is just as far. Their phase: { $names }.
match-reason-same-motive = Same motive: { $names }.
match-reason-same-method = Same way of working: { $names }.

## Help desk

start-ask-button = Ask a question
start-mine-button = My questions
helpdesk-not-found = I cannot find this question. Nothing changed. Type /ask mine to see your questions.
helpdesk-empty = I see no text yet. Nothing was saved. Type your question in plain words.
helpdesk-claimed = { $named ->
        [yes] { $name } works on this question already.
       *[no] This question is done already.
    } Nothing changed.
helpdesk-accepted = Good that this helps. You can always ask another question.
helpdesk-handed-over = A staff member looks at your question, number { $number }. The answer comes by itself. See how it stands with /ask mine.
helpdesk-step = **Small step:** { $step }
helpdesk-source = Source: [{ $name }](<{ $url }>), checked on { $checked_on }.
helpdesk-was-this-it = Was this the answer?
helpdesk-suggest = I am not sure. Do you mean one of these? Press a button to read. Is it not there? Ask a person.
helpdesk-offtopic = I know nothing about that. I help with questions about residents' groups, such as a community centre, a garden or a grant. Do you still want to talk to someone? Press the button.
helpdesk-unsure = I am not sure. So a staff member looks at it. Your question is kept under number { $number }. The answer comes by itself.
helpdesk-person-follows = A staff member looks at your message too. It is kept under number { $number }.
helpdesk-private = I sent you a private message.
helpdesk-answer = { $name } answers your question: { $question }
    { $answer }
helpdesk-yes-button = Yes, this helps
helpdesk-no-button = No, ask a person
helpdesk-whole-button = Read it all
helpdesk-person-button = Talk to a person
helpdesk-more-button = Ask on
helpdesk-form-title = Ask a question
helpdesk-form-question = What do you want to know?
helpdesk-form-hint = Just type what you want to know. Mistakes do not matter.
helpdesk-form-name = May staff see your name?
helpdesk-form-anonymous = No, ask without my name
helpdesk-mine-line = Question { $number }, { $asked_at }: { $text }
    { $state }
helpdesk-mine-none = You have not asked a question yet. Press Ask a question or type /ask question.
helpdesk-state-suggested = You got an answer from the knowledge base.
helpdesk-state-open = Waits for a staff member.
helpdesk-state-claimed = A staff member works on it.
helpdesk-state-answered = Answered.
helpdesk-state-closed = Done.
helpdesk-card = **Question { $number }** from { $asker }, { $asked_at }. Theme: { $themes }.
helpdesk-card-state = { $state } Staff member: { $by }.
helpdesk-card-referral = Note: the bot gave a referral ({ $rule }).
helpdesk-anonymous = someone without a name
helpdesk-no-theme = none yet
helpdesk-claim-button = Take question
helpdesk-answer-button = Give answer
helpdesk-answer-title = Answer to question { $number }
helpdesk-answer-label = Your answer
helpdesk-you-claimed = Question { $number } is yours now. Press Give answer, or reply to the message.
helpdesk-you-answered = Your answer to question { $number } is on its way to the asker.
helpdesk-waiting-line = Question { $number }, { $asked_at }: { $text } Staff member: { $by }.
helpdesk-waiting-none = No question waits.
outbox-kind-question-reply = the reply to a question
outbox-kind-question-answer = the answer to a question
outbox-kind-question-private = the note that someone got a private message
outbox-kind-staff-question = a question for staff
command-vraag = Ask a question or see your questions
command-vraag-stel = Ask a question
command-vraag-mijn = See your own questions
command-vragen = See which questions wait, for staff
option-question = Your question, in plain words
option-anonymous = Ask without staff seeing your name
word-stel = question
word-mijn = mine
word-vragen = waiting
word-tekst = text
word-anoniem = anonymous

## Sheets: files with a table

sheet-too-large =
    This file is too large. Nothing has changed. Please send a file of at most { $max_mb } MB.
sheet-kind =
    I cannot read this kind of file. Nothing has changed. Save the list as CSV or XLSX and send that.
sheet-unsafe =
    I do not open this file, because it is not safe. Nothing has changed. Save the list as CSV and send that.
sheet-broken =
    { $line ->
        [0] This file is damaged.
       *[other] Line { $line } of this file is damaged.
    } Nothing has changed. Save the list again and send it once more.
sheet-empty =
    This file is empty. Nothing has changed. Put the names of the columns on the first line.
sheet-too-long =
    This list is too long. Nothing has changed. Send at most { $max_rows } lines at a time.
sheet-too-wide =
    Line { $line } has too many columns. Nothing has changed. Use at most { $max_columns } columns.
sheet-header =
    Column { $column } has no name, or its name is there twice. Nothing has changed. Please correct line { $line }.
sheet-columns =
    Line { $line } has more cells than there are columns. Nothing has changed. Please correct that line.
sheet-quote =
    Line { $line } has a quotation mark too many or too few. Nothing has changed. Please correct that line.
sheet-cell =
    Line { $line } has a cell that is too long or cannot be read. Nothing has changed. Please correct that line.
sheet-formula =
    Line { $line }, column { $column } holds a calculation or an error. Nothing has changed. Put the plain result there.
