using System.CommandLine;
using System.Globalization;
using System.Text;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Cli.Commands;
using Todoku.Cli.Messages;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Mail;

namespace Todoku.Cli.Dkim;

/// <summary>The verb <c>dkim sign</c>.</summary>
internal static class DkimSignCommand
{
    private static readonly string[] Forms = ["relaxed/relaxed", "relaxed/simple", "simple/relaxed", "simple/simple"];

    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var symbols = new SigningSymbols(texts);
        var form = new Option<string?>("--canonicalization") { Description = texts.Dkim.CanonicalizationHelp, HelpName = "FORM" };
        var expire = new Option<string?>("--expire") { Description = texts.Dkim.ExpireHelp, HelpName = "SECONDS" };
        var identity = new Option<string?>("--identity") { Description = texts.Dkim.IdentityHelp, HelpName = "ADDRESS" };
        var oversign = new Option<bool>("--oversign") { Description = texts.Dkim.OversignHelp };
        var lang = CommonOptions.Lang(texts.Help);
        var command = new Command("sign", texts.Dkim.SignHelp);
        symbols.AddTo(command);
        command.Add(form);
        command.Add(oversign);
        command.Add(expire);
        command.Add(identity);
        command.Add(lang);
        command.SetAction(parsed =>
        {
            var example = CommandExamples.Of(command)[0];
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, example);
            var (domain, selector, _) = symbols.Identity(parsed);
            var forms = parsed.GetValue(form) ?? Forms[0];
            if (!Forms.Contains(forms)) throw new UsageException(texts.Usage.NotOneOf("--canonicalization", forms, Forms), example);
            var options = new DkimSigningOptions
            {
                Domain = domain,
                Selector = selector,
                Headers = symbols.Headers(parsed, needsFrom: true),
                Oversign = parsed.GetValue(oversign),
                HeaderCanonicalization = forms.StartsWith("simple", StringComparison.Ordinal) ? Canonicalization.Simple : Canonicalization.Relaxed,
                BodyCanonicalization = forms.EndsWith("simple", StringComparison.Ordinal) ? Canonicalization.Simple : Canonicalization.Relaxed,
                Lifetime = Lifetime(parsed.GetValue(expire), texts, example),
                Identity = Identity(parsed.GetValue(identity), domain, texts, example),
            };
            var now = symbols.Time(parsed, console);
            using var key = symbols.Key(parsed);
            var message = symbols.Message(parsed, console).Headers;
            if (!message.IsComplete)
                throw new UnreadableException(texts.Signature.Reason(SignatureReason.HeaderTooLarge, "", new SignatureField { Field = default, Index = -1 }, null));
            if (message.All("From"u8).Count is var count && count > 1) console.Error.WriteLine($"todoku: {texts.Signature.SeveralFrom(count)}");
            console.Write(new DkimSigner(key, options).Sign(message, now));
            console.Output.Write(message.Message.Span);
            return ExitStatus.Fine;
        });
        return command;
    }

    private static TimeSpan? Lifetime(string? value, CliTexts texts, string example)
    {
        const int longest = 315_360_000;
        if (value is null) return null;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= longest
            ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException(texts.Signature.BadNumber("--expire", value, $"1..{longest}"), example);
    }

    private static string Identity(string? value, DomainName domain, CliTexts texts, string example)
    {
        if (value is null) return "";
        var at = value.LastIndexOf('@');
        var isRight = at >= 0 && DomainName.TryParse(value.AsSpan(at + 1), out var name) && name.IsWithin(domain) && value[..at].All(IsAtom);
        return isRight ? value : throw new UsageException(texts.Dkim.BadIdentity(value, domain.ToString()), example);
    }

    // What needs no quoted-printable (RFC 6376, section 2.11).
    private static bool IsAtom(char c) => Rune.IsValid(c) && (char.IsAsciiLetterOrDigit(c) || ".!#$%&'*+-/?^_`{|}~".Contains(c, StringComparison.Ordinal));
}
