namespace Todoku.Cli.Texts;

internal sealed class EnglishSendmailTexts : SendmailTexts
{
    public override string Command => "Hand a message from standard input to the relay, as PHP, cron and other programs that call sendmail do.";

    public override string Recipients => "The recipients; several may stand in one argument, parted by commas.";

    public override string ReadRecipients => "Take the recipients from To, Cc and Bcc too.";

    public override string IgnoreDots => "A line with a dot alone is a line like any other (also -oi).";

    public override string Sender => "The envelope sender, which bounces go to; '' for none. Default: the user.";

    public override string AuthorName => "The author's name, when the message has no From field.";

    public override string Notify => "Of what the sender is told: never, or success,failure,delay.";

    public override string Return => "How much of the message comes back with it: full or hdrs.";

    public override string EnvelopeId => "What notices call the message.";

    public override string Verbose => "Say what was done.";

    public override string ListsNothing => "the queue is shown by: todoku queue list";

    public override string NotOffered(string mode) => $"{mode} is not offered: hand messages over on standard input, or by SMTP to the relay's port. Nothing was sent.";

    public override string UnknownOption(string option) => $"there is no option {option} (todoku sendmail --help shows all). Nothing was sent.";

    public override string NoValue(string option) => $"{option} needs a value. Nothing was sent.";

    public override string WrongValue(string option, string value) => option switch
    {
        "-N" => $"-N {value}: write never, or some of success,failure,delay. Nothing was sent.",
        "-R" => $"-R {value}: write full or hdrs. Nothing was sent.",
        _ => $"{option} {value}: up to 100 printable ASCII characters can be. Nothing was sent.",
    };

    public override string NoConfiguration(string file) => $"the configuration {file} can't be read. Nothing was sent.";

    public override string BadSender(string text) => $"the sender \"{text}\" (-f) is no address. Nothing was sent.";

    public override string BadRecipient(string text) => $"the recipient \"{text}\" is no address. Nothing was sent.";

    public override string BadRecipientInHeader(string text) => $"the header names the recipient \"{text}\", which is no address. Nothing was sent.";

    public override string NoRecipients => "no recipients: name them behind the options, or let -t read them from the header. Nothing was sent.";

    public override string NoRecipientsInHeader => "the header names no recipients in To, Cc or Bcc (-t). Nothing was sent.";

    public override string InputFailed(string detail) => $"the message can't be read: {detail}. Nothing was sent.";

    public override string RefusedRecipient(string address, string reply) => $"{address} was refused and gets nothing: {reply}";

    public override string NotTaken(string words) => $"the relay refused the message: {words}";

    public override string NotKept(string why, string folder, string detail) =>
        $"NOT SENT: the relay can't be reached ({why}), and the message could not be kept in {folder} ({detail}). Send it again later; see: systemctl status todoku-relay";

    public override string SpoolNotShared(string why, string folder) =>
        $"NOT SENT: the relay can't be reached ({why}), and could not read what is kept in {folder}. Send it again later, after: chgrp todoku {folder} && chmod 3733 {folder}";

    public override string HandedOver => "the relay has the message.";

    public override string Kept(string folder, string why) => $"kept in {folder} until the relay fetches it ({why}).";
}
