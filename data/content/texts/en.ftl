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
start-message =
    **Welcome to Bewonersbot**
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
word-vraag = question
word-keuzes = choices
word-tot = until
word-meer = several
word-op_naam = by_name
word-nummer = number

error-code = Code: { $code }

## Matching: why somebody fits

match-reason-offers-what-you-need = Offers what you need: { $what }.
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
