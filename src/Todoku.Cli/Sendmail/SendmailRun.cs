using System.Text;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Relay.Configuration;
using Todoku.Relay.Sendmail;

namespace Todoku.Cli.Sendmail;

/// <summary>Runs <c>sendmail</c>: takes a message from standard input and gives it to the relay, or keeps it for the relay.</summary>
internal sealed class SendmailRun(CliConsole console, CliTexts texts)
{
    private const string ConfigurationVariable = "TODOKU_CONFIG";
    private const string NameVariable = "NAME";

    /// <summary>Runs it.</summary>
    /// <param name="arguments">The arguments behind its name.</param>
    /// <returns>A <see cref="SendmailStatus"/>.</returns>
    public int Run(IReadOnlyList<string> arguments)
    {
        try
        {
            return SendmailArguments.Read(arguments) switch
            {
                SendmailWish.Send send => Send(send),
                SendmailWish.Nothing => SendmailStatus.Fine,
                SendmailWish.ListQueue => Fail(SendmailStatus.Usage, texts.Sendmail.ListsNothing),
                SendmailWish.NotOffered mode => Fail(SendmailStatus.Usage, texts.Sendmail.NotOffered(mode.Mode)),
                SendmailWish.UnknownOption option => Fail(SendmailStatus.Usage, texts.Sendmail.UnknownOption(option.Option)),
                SendmailWish.NoValue option => Fail(SendmailStatus.Usage, texts.Sendmail.NoValue(option.Option)),
                SendmailWish.WrongValue wrong => Fail(SendmailStatus.Usage, texts.Sendmail.WrongValue(wrong.Option, wrong.Value)),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail(SendmailStatus.InputFailed, texts.Sendmail.InputFailed(error.Message));
        }
        catch (Exception error)
        {
            return Fail(SendmailStatus.Fault, texts.Failure.Unexpected($"{error.GetType().Name}: {error.Message}"));
        }
    }

    private int Send(SendmailWish.Send send)
    {
        if (PlacesOf(send.Configuration) is not { } places) return Fail(SendmailStatus.Configuration, texts.Sendmail.NoConfiguration(send.Configuration ?? ""));
        if (!TryReadSender(send.Sender, out var sender)) return Fail(SendmailStatus.Usage, texts.Sendmail.BadSender(send.Sender ?? ""));
        var recipients = new List<string>();
        foreach (var text in send.Recipients)
        {
            if (AddressesOf(text) is not { } some) return Fail(SendmailStatus.Usage, texts.Sendmail.BadRecipient(text));
            recipients.AddRange(some);
        }
        if (recipients.Count == 0 && !send.ReadsRecipients) return Fail(SendmailStatus.Usage, texts.Sendmail.NoRecipients);

        using var content = SendmailContent.Read(console.OpenInput(), endsAtDot: !send.IgnoresDots);
        if (send.ReadsRecipients)
        {
            var named = HeaderRecipients.Of(content.Header, out var unread);
            if (unread is [var bad, ..]) return Fail(SendmailStatus.Data, texts.Sendmail.BadRecipientInHeader(bad));
            recipients.AddRange(named);
            if (recipients.Count == 0) return Fail(SendmailStatus.Data, texts.Sendmail.NoRecipientsInHeader);
        }
        var envelope = new SendmailEnvelope
        {
            Sender = sender,
            Recipients = [.. recipients.Distinct(StringComparer.Ordinal)],
            AuthorName = content.HasFrom ? null : send.AuthorName ?? console.Variable(NameVariable),
            Notify = send.Notify,
            Return = send.Return,
            EnvelopeId = send.EnvelopeId,
        };
        var handover = new SendmailHandover(places.Socket, new SpoolFolder(places.Spool, console.Time), console.Time);
        return Conclude(handover.RunAsync(envelope, content, CancellationToken.None).GetAwaiter().GetResult(), send.IsVerbose, places);
    }

    private int Conclude(SendmailOutcome outcome, bool isVerbose, SendmailConfiguration places)
    {
        foreach (var refused in outcome.Refused) Tell(texts.Sendmail.RefusedRecipient(refused.Address, refused.Reply.ToString()));
        var status = outcome.Refused.Count > 0 ? SendmailStatus.NoUser : SendmailStatus.Fine;
        switch (outcome)
        {
            case SendmailOutcome.HandedOver:
                if (isVerbose && status == SendmailStatus.Fine) Tell(texts.Sendmail.HandedOver);
                return status;
            case SendmailOutcome.Kept kept:
                if (isVerbose) Tell(texts.Sendmail.Kept(places.Spool, kept.Why));
                return status;
            case SendmailOutcome.NotTaken refused:
                return Fail(SendmailStatus.Refused, texts.Sendmail.NotTaken(refused.Words));
            case SendmailOutcome.Lost { Outcome: KeepOutcome.Unreadable unreadable, Why: var why }:
                return Fail(SendmailStatus.NotKept, texts.Sendmail.SpoolNotShared(why, unreadable.Folder));
            case SendmailOutcome.Lost { Outcome: KeepOutcome.Failed failed, Why: var why }:
                return Fail(SendmailStatus.NotKept, texts.Sendmail.NotKept(why, places.Spool, failed.Detail));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // Null when the file that was named can't be read. The relay's own may be closed to whoever sends, or wrong in what does not matter here.
    private SendmailConfiguration? PlacesOf(string? named)
    {
        if (named is not null) return SendmailPlaces.Read(named);
        var file = console.Variable(ConfigurationVariable) is { Length: > 0 } variable ? variable : RelayConfiguration.DefaultFile;
        return SendmailPlaces.Read(file) ?? new SendmailConfiguration();
    }

    // Whoever runs the command, unless it says another; null for the null sender.
    private bool TryReadSender(string? text, out string? sender)
    {
        sender = text is null ? console.UserName() : text.Trim();
        if (sender.StartsWith('<') && sender.EndsWith('>')) sender = sender[1..^1];
        if (sender.Length == 0)
        {
            sender = null;
            return true;
        }
        if (LocalAddress.Is(sender)) return true;
        if (AddressesOf(sender) is not [var one]) return false;
        sender = one;
        return true;
    }

    // "a@example.com", or several parted by commas, or with names; null when that is none.
    private static IReadOnlyList<string>? AddressesOf(string text)
    {
        if (LocalAddress.Is(text)) return [text];
        return AddressList.Read(Encoding.UTF8.GetBytes(text)) is { Count: > 0 } addresses ? addresses : null;
    }

    private int Fail(int status, string words)
    {
        Tell(words);
        return status;
    }

    private void Tell(string words) => console.Error.WriteLine($"sendmail: {VisibleText.Escape(words)}");
}
