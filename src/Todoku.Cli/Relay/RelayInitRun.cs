using Todoku.Cli.Commands;
using Todoku.Cli.Dns;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Relay.Configuration.Writing;
using Todoku.Relay.Operating;

namespace Todoku.Cli.Relay;

/// <summary>Runs <c>relay init</c>: finds out what it can of this host, and writes a configuration that explains itself.</summary>
internal sealed class RelayInitRun(CliConsole console, CliTexts texts, DnsAccess dns)
{
    private const string StandardOutput = "-";

    /// <summary>Runs it.</summary>
    /// <param name="file">The file to write; - for standard output.</param>
    /// <param name="isForced">Whether a file that is there is replaced.</param>
    public int Run(string file, bool isForced)
    {
        if (file != StandardOutput && File.Exists(file) && !isForced) throw new UnreadableException(texts.Relay.FileExists(file));
        using var interruption = Interruption.Listen(() => console.Error.WriteLine($"todoku: {texts.Waiting.Stopping}"));
        var survey = new HostSurvey(console.Host, dns.Begin().Resolver, texts.Language);
        var facts = survey.RunAsync(interruption.Token).GetAwaiter().GetResult();
        var text = ConfigurationTemplate.Write(facts);
        if (file == StandardOutput)
        {
            console.Write(text);
            return ExitStatus.Fine;
        }
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
        AtomicFile.Write(file, text, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        Report(file, facts, survey);
        return ExitStatus.Fine;
    }

    private void Report(string file, TemplateFacts facts, HostSurvey survey)
    {
        Line(texts.Relay.Written(file));
        Line("");
        Line(facts.HostName is { } name ? texts.Relay.FoundHostName(name.ToString()) : texts.Relay.FoundNoHostName);
        if (facts.SmartHost is { } smart) Line(texts.Relay.FoundSmartHost($"{smart}:{facts.SmartHostPort}"));
        else Line(texts.Relay.FoundAddresses(string.Join(", ", survey.Addresses)));
        if (!facts.UsesIPv6) Line(texts.Relay.FoundNoIPv6Name);
        if (facts.Port != 25) Line(texts.Relay.FoundPortTaken(facts.Port));
        if (facts.Certificate is { } certificate) Line(texts.Relay.FoundCertificate(certificate.Certificate));
        foreach (var key in facts.Signing) Line(texts.Relay.FoundKey($"{key.Selector}._domainkey.{key.AuthorDomains[0]}"));
        Line("");
        Line(texts.Relay.NextTitle);
        var step = 0;
        Step(ref step, "useradd --system --home-dir /var/lib/todoku --shell /usr/sbin/nologin todoku");
        foreach (var (from, to) in survey.KeysToCopy) Step(ref step, $"install -D -o todoku -m 600 {from} {to}");
        Step(ref step, $"todoku relay check --config {file}");
        Step(ref step, "systemctl enable --now todoku-relay");
    }

    private void Step(ref int number, string command) => Line($"  {++number}. {command}");

    private void Line(string text) => console.Write($"{VisibleText.Escape(text)}\n");
}
