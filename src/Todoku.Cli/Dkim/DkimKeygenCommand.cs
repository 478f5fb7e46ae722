using System.CommandLine;
using System.Globalization;
using System.Text;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Mail;

namespace Todoku.Cli.Dkim;

/// <summary>The verb <c>dkim keygen</c>.</summary>
internal static class DkimKeygenCommand
{
    private const int DefaultBits = 2048;
    private const int MaxBits = 4096;

    private static readonly string[] Types = ["rsa", "ed25519"];

    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var domain = new Option<string?>("--domain") { Description = texts.Signature.DomainHelp, HelpName = "DOMAIN" };
        var selector = new Option<string?>("--selector") { Description = texts.Signature.SelectorHelp, HelpName = "NAME" };
        var type = new Option<string?>("--type") { Description = texts.Dkim.TypeHelp, HelpName = "TYPE" };
        var bits = new Option<string?>("--bits") { Description = texts.Dkim.BitsHelp, HelpName = "BITS" };
        var output = new Option<string?>("--out") { Description = texts.Dkim.OutHelp, HelpName = "FILE" };
        var lang = CommonOptions.Lang(texts.Help);
        var command = new Command("keygen", texts.Dkim.KeygenHelp) { domain, selector, type, bits, output, lang };
        command.SetAction(parsed =>
        {
            var example = CommandExamples.Of(command)[0];
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, example);
            string Required(Option<string?> option) =>
                parsed.GetValue(option) is { Length: > 0 } value ? value : throw new UsageException(texts.Signature.Needs(option.Name), example);
            if (!DomainName.TryParse(Required(domain), out var name) || name.LabelCount < 2) throw new UsageException(texts.Signature.BadDomain("--domain", Required(domain)), example);
            if (!DomainName.TryParse(Required(selector), out var labels) || !name.TryPrepend($"{labels}._domainkey", out var keyName))
                throw new UsageException(texts.Signature.BadDomain("--selector", Required(selector)), example);
            var kind = parsed.GetValue(type) ?? Types[0];
            if (!Types.Contains(kind)) throw new UsageException(texts.Usage.NotOneOf("--type", kind, Types), example);
            var file = Required(output);
            using var key = kind == "rsa" ? PrivateKey.CreateRsa(Bits(parsed.GetValue(bits), texts, example)) : PrivateKey.CreateEd25519();
            Save(file, key.ToPem(), texts);
            console.Write(Report(texts.Dkim, file, keyName.ToString(), DkimKeyText.Value(key), key.Algorithm));
            return ExitStatus.Fine;
        });
        return command;
    }

    private static int Bits(string? value, CliTexts texts, string example)
    {
        if (value is null) return DefaultBits;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && bits is >= PrivateKey.MinRsaBits and <= MaxBits && bits % 8 == 0
            ? bits
            : throw new UsageException(texts.Signature.BadNumber("--bits", value, $"{PrivateKey.MinRsaBits}..{MaxBits}"), example);
    }

    // Made with its rights, so that nobody can read it in between.
    private static void Save(string path, string pem, CliTexts texts)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var stream = new FileStream(path, options);
            stream.Write(Encoding.ASCII.GetBytes(pem));
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new UnreadableException(texts.Dkim.KeyExists(path));
        }
    }

    private static string Report(DkimTexts texts, string file, string name, string value, SigningAlgorithm algorithm)
    {
        var text = new StringBuilder();
        text.Append(texts.KeyWritten(file)).Append("\n\n");
        text.Append(texts.PublishZone).Append('\n').Append(DkimKeyText.ZoneLine(name, value)).Append("\n\n");
        text.Append(texts.PublishForm).Append('\n').Append(texts.Name).Append(": ").Append(name).Append('\n').Append(texts.Value).Append(": ").Append(value).Append("\n\n");
        if (algorithm == SigningAlgorithm.Ed25519Sha256) text.Append(texts.Ed25519Alone).Append('\n');
        return text.Append(texts.Then(name)).Append('\n').ToString();
    }
}
