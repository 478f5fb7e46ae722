using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Messages;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Messages;
using Todoku.Diagnosis.Messages.Routes;
using Todoku.Mail.Authors;

namespace Todoku.Cli.Message;

/// <summary>What stands under the headline: whose mail it is, how it came, and which of its domains belong together.</summary>
internal static class MessageFacts
{
    private const int MaxSignatures = 4;

    /// <summary>The lines: label and value.</summary>
    public static IReadOnlyList<(string Label, string Value)> Of(MessageSubject message, MessageEnvelope envelope, MessageAuthentication authentication, CliTexts texts)
    {
        var words = texts.Message;
        List<(string, string)> facts = [("From", FromOf(message, words))];
        var alignments = authentication.Dmarc.Alignments;
        var sender = envelope.Sender switch { null => words.NotKnown, "" => "<>", { } address => address };
        facts.Add(("Return-Path", Joined(sender, words.Source(envelope.SenderSource), Alignment(alignments.FirstOrDefault(one => one.Identifier.Mechanism == AuthenticationMechanism.Spf), "SPF", words))));
        facts.AddRange(alignments.Where(one => one.Identifier.Mechanism == AuthenticationMechanism.Dkim).Take(MaxSignatures)
            .Select(one => ("DKIM d=", Joined(one.Identifier.Domain, Alignment(one, "DKIM", words)))));
        facts.Add((words.HandedOverBy, envelope.Ip is { } ip ? Joined(ip.ToString(), envelope.Helo, words.Source(envelope.IpSource)) : words.NotKnown));
        return facts;
    }

    private static string FromOf(MessageSubject message, MessageTexts words) => message.Author switch
    {
        AuthorDomain.One one => one.Domain.ToString(),
        AuthorDomain.Several several => string.Join(", ", several.Domains),
        _ => words.NotKnown,
    };

    private static string Alignment(IdentifierAlignment? alignment, string method, MessageTexts words) =>
        alignment is null ? "" : $"{method} {alignment.Identifier.Result}, {words.Aligned(alignment.Outcome)}";

    private static string Joined(params ReadOnlySpan<string> parts) => string.Join(", ", parts.ToArray().Where(part => part.Length > 0));
}
