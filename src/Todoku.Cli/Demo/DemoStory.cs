using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Todoku.Cli.Texts;
using Todoku.Mail;
using Todoku.Sandbox.Mails;
using Todoku.Sandbox.Sending;
using Todoku.Sandbox.World;

namespace Todoku.Cli.Demo;

/// <summary>The story, a method for each of its steps. Each runs the real commands, shows what they say, and checks that it is so.</summary>
internal sealed class DemoStory(DemoPrinter printer, DemoWorld world, DemoTexts texts)
{
    private const string Customer = "customer.example";
    private const string WebAddress = "192.0.2.10";
    private const string RelayHost = "relay.example.net";
    private const string First = "203.0.113.20";
    private const string Second = "198.51.100.20";
    private const string Blocklist = "zen.spamhaus.org";
    private const int Shown = 14;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(20);

    private string _step = "";
    private int _messages;

    /// <summary>Tells it.</summary>
    /// <exception cref="DemoFailure">A step was not as told.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        await StepAsync("S1", FormSendsAsync, ct).ConfigureAwait(false);
        await StepAsync("S2-S3", OnlyGoogleRefusesAsync, ct).ConfigureAwait(false);
        await StepAsync("S4-S5", SpfIsPublishedAsync, ct).ConfigureAwait(false);
        await StepAsync("S6", DkimCantBeSetAsync, ct).ConfigureAwait(false);
        await StepAsync("S7", NetworkIsListedAsync, ct).ConfigureAwait(false);
        await StepAsync("S8", RelayIsStartedAsync, ct).ConfigureAwait(false);
        await StepAsync("S9", SpfNamesTheRelayAsync, ct).ConfigureAwait(false);
        await StepAsync("S10", TextChangesAsync, ct).ConfigureAwait(false);
        await StepAsync("S11", ReturnPathIsMendedAsync, ct).ConfigureAwait(false);
        await StepAsync("S12", MailArrivesAsync, ct).ConfigureAwait(false);
        await StepAsync("S13", ChecklistRemainsAsync, ct).ConfigureAwait(false);
        await StepAsync("S14", RelayReroutesAsync, ct).ConfigureAwait(false);
    }

    private async Task StepAsync(string id, Func<CancellationToken, Task> run, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _step = id;
        printer.Step(id, texts.Title(id));
        printer.Say(texts.Tale(id));
        await run(ct).ConfigureAwait(false);
        printer.Good(texts.Good(id));
    }

    private async Task FormSendsAsync(CancellationToken ct)
    {
        var taken = await SendAsync(["taro@gmail.com", "info@partner.example", "info@shop.example"], 3, ct).ConfigureAwait(false);
        printer.Output(string.Join('\n', File.ReadLines(world.MailLog).Where(line => line.Contains("status=", StringComparison.Ordinal)).Take(3)), Shown);
        Want(taken == 3 && Mails.Count(mail => mail is { Profile: "google", IsAccepted: false }) == 6, Outcomes(Mails));
    }

    private Task OnlyGoogleRefusesAsync(CancellationToken ct)
    {
        Show(Shown + 8, "diagnose", world.MailLog, "--offline");
        using var facts = Facts("diagnose", world.MailLog, "--offline");
        var isAlone = facts.CurrentFindings is [var only] && only.StartsWith("google ip-reputation", StringComparison.Ordinal);
        Want(isAlone && facts.At("google") == (6, 0) && facts.At("shop.example") == (3, 3), string.Join(", ", facts.CurrentFindings));
        return Task.CompletedTask;
    }

    private Task SpfIsPublishedAsync(CancellationToken ct)
    {
        using (var facts = Checked(WebAddress, DemoWorld.WebHost))
        {
            Want(facts.Outcome("spf", Customer) == "missing", facts.Points);
            Publish(facts);
        }
        Passes(WebAddress);
        return Task.CompletedTask;
    }

    private Task DkimCantBeSetAsync(CancellationToken ct)
    {
        var arguments = CheckArguments(DemoWorld.WebHost, "apache@" + DemoWorld.WebHost, WebAddress);
        ShowWith("DKIM", arguments);
        using var facts = Facts(arguments);
        Want(facts.Status("dkim", Customer) is "warning" or "problem" && facts.Status("spf", Customer) == "pass", facts.Points);
        return Task.CompletedTask;
    }

    private async Task NetworkIsListedAsync(CancellationToken ct)
    {
        var before = Mails.Count;
        await SendAsync(["taro@gmail.com", "info@partner.example", "hanako@gmail.com"], 1, ct).ConfigureAwait(false);
        Show(Shown + 14, "diagnose", world.MailLog, "--domain", Customer, "--resolver", world.Resolver);
        using var facts = Facts("diagnose", world.MailLog, "--domain", Customer, "--resolver", world.Resolver);
        Want(Mails.Skip(before).All(mail => !mail.IsAccepted) && facts.CurrentFindings.Any(one => one == "google ip-reputation network-blocklisted"), string.Join(", ", facts.CurrentFindings));
    }

    private async Task RelayIsStartedAsync(CancellationToken ct)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var place = (IPEndPoint)listener.LocalEndpoint;
        listener.Stop();
        var text = RelayText(place);
        await File.WriteAllTextAsync(world.RelayFile, text, ct).ConfigureAwait(false);
        printer.Say(texts.Write("relay.toml"));
        printer.Output(text, 40);
        printer.Command("todoku relay run --config relay.toml");
        await world.StartRelayAsync().ConfigureAwait(false);
        world.Postfix.Relay = new NextHop(RelayHost, place);
        Want(world.RelayPlace?.Equals(place) == true, $"{world.RelayPlace}");
    }

    private Task SpfNamesTheRelayAsync(CancellationToken ct)
    {
        using (var facts = Checked(First, RelayHost, Second))
            Publish(facts);
        Passes(First);
        Passes(Second);
        return Task.CompletedTask;
    }

    private async Task TextChangesAsync(CancellationToken ct)
    {
        var mails = await SendByRelayAsync(["taro@gmail.com", "info@partner.example", "hanako@gmail.com"], ct).ConfigureAwait(false);
        Want(mails.Count == 3 && mails.All(mail => mail.Rule == "google.unsolicited" && mail.Address.ToString() == First), Outcomes(mails));
        await LoggedAsync("status=bounced", 3, ct).ConfigureAwait(false);
        Show(Shown + 14, "diagnose", world.RelayLog, "--domain", Customer, "--resolver", world.Resolver);
        using var facts = Facts("diagnose", world.RelayLog, "--domain", Customer, "--resolver", world.Resolver);
        bool Has(string finding) => facts.CurrentFindings.Any(one => one.StartsWith(finding, StringComparison.Ordinal));
        Want(Has("google spam-content") && !Has("google ip-reputation"), string.Join(", ", facts.CurrentFindings));
    }

    private async Task ReturnPathIsMendedAsync(CancellationToken ct)
    {
        using (var facts = Facts("diagnose", world.RelayLog, "--domain", Customer, "--resolver", world.Resolver))
            Want(facts.CurrentFindings.Any(one => one.StartsWith("google return-path-mismatch", StringComparison.Ordinal)), string.Join(", ", facts.CurrentFindings));
        const string Rule = """

            [[return-path]]
            author-domains = ["customer.example"]
            action = "author-domain"
            local-part = "form"

            """;
        await File.AppendAllTextAsync(world.RelayFile, Rule, ct).ConfigureAwait(false);
        printer.Say(texts.Write("relay.toml"));
        printer.Output(Rule.Trim(), Shown);
        printer.Command("systemctl reload todoku-relay");
        Want(world.ReloadRelay(), "relay.toml");
    }

    private async Task MailArrivesAsync(CancellationToken ct)
    {
        var mails = new List<StoredMail>();
        for (var i = 0; i < 2; i++)
        {
            mails.AddRange(await SendByRelayAsync(["taro@gmail.com", "info@partner.example", "hanako@gmail.com"], ct).ConfigureAwait(false));
            world.Clock.Advance(TimeSpan.FromHours(2));
        }
        Want(mails.Count == 6 && mails.All(mail => mail.IsAccepted && mail.Sender == $"form@{Customer}"), Outcomes(mails));
        await LoggedAsync("status=sent", 6, ct).ConfigureAwait(false);
        // Both logs: what the web server's address was refused for is over since the relay delivers.
        Show(Shown + 16, "diagnose", world.MailLog, world.RelayLog, "--domain", Customer, "--resolver", world.Resolver);
        using var facts = Facts("diagnose", world.MailLog, world.RelayLog, "--domain", Customer, "--resolver", world.Resolver);
        var isOver = !facts.CurrentFindings.Any(one => one.StartsWith("google", StringComparison.Ordinal));
        Want(isOver && facts.Verdict != "action-needed", $"{facts.Verdict}: {string.Join(", ", facts.CurrentFindings)}");
    }

    private Task ChecklistRemainsAsync(CancellationToken ct)
    {
        var arguments = CheckArguments(RelayHost, $"form@{Customer}", First);
        Show(Shown, arguments);
        using var facts = Facts(arguments);
        Want(
            facts.Status("spf", Customer) == "pass" && facts.Status("ptr", First) == "pass" && facts.Status("ptr-forward", First) == "pass" && facts.Status("return-path-alignment", Customer) == "pass"
            && facts.Outcome("dmarc", Customer) == "missing",
            facts.Points);
        return Task.CompletedTask;
    }

    private async Task RelayReroutesAsync(CancellationToken ct)
    {
        var list = DomainName.Parse(Blocklist);
        var network = new IPNetwork(IPAddress.Parse(First), 32);
        world.Server.World.Apply(new WorldChange.List(list, new Listing(network, Todoku.Sandbox.World.Blocklist.UsualCode)));
        var refused = await SendByRelayAsync(["taro@gmail.com"], ct, offers: 2).ConfigureAwait(false);
        Want(refused is [{ IsAccepted: false } one, { IsAccepted: true } two] && one.Address.ToString() == First && two.Address.ToString() == Second, Outcomes(refused));
        await LoggedAsync("is suspended until", 1, ct).ConfigureAwait(false);
        printer.Output(string.Join('\n', ReadShared(world.RelayLog).Split('\n').Where(line => line.Contains("is suspended until", StringComparison.Ordinal)).TakeLast(1)), 3);
        world.Server.World.Apply(new WorldChange.Delist(list, network));
        world.Clock.Advance(TimeSpan.FromMinutes(61));
        var back = await SendByRelayAsync(["hanako@gmail.com"], ct).ConfigureAwait(false);
        Want(back is [{ IsAccepted: true } last] && last.Address.ToString() == First, Outcomes(back));
    }

    private IReadOnlyList<StoredMail> Mails => world.Server.World.Mails.All();

    // Rounds of one mail to each recipient.
    private async Task<int> SendAsync(IReadOnlyList<string> recipients, int rounds, CancellationToken ct)
    {
        var taken = 0;
        for (var round = 0; round < rounds; round++)
        {
            foreach (var recipient in recipients)
            {
                var message = $"From: {Customer} <form@{Customer}>\nTo: {recipient}\nSubject: Your inquiry {++_messages}\nDate: {world.Clock.GetLocalNow().ToString("r", CultureInfo.InvariantCulture)}\n"
                    + $"Message-ID: <{_messages}.form@{Customer}>\n\nThank you for your inquiry. We will answer soon.\n";
                if (await world.Postfix.SendAsync("apache", recipient, message, ct).ConfigureAwait(false)) taken++;
            }
            // What is under way would run out of time.
            await world.WaitAsync(() => world.IsRelayIdle, ct).ConfigureAwait(false);
            world.Clock.Advance(Pause);
        }
        return taken;
    }

    private async Task<IReadOnlyList<StoredMail>> SendByRelayAsync(IReadOnlyList<string> recipients, CancellationToken ct, int? offers = null)
    {
        var before = Google().Count;
        var taken = await SendAsync(recipients, 1, ct).ConfigureAwait(false);
        Want(taken == recipients.Count, $"{taken}/{recipients.Count}");
        await world.WaitAsync(() => Google().Count >= before + (offers ?? recipients.Count), ct).ConfigureAwait(false);
        return [.. Google().Skip(before)];
    }

    private List<StoredMail> Google() => [.. Mails.Where(mail => mail.Profile == "google")];

    private async Task LoggedAsync(string words, int count, CancellationToken ct) => await world.WaitAsync(
        () => File.Exists(world.RelayLog) && ReadShared(world.RelayLog).Split('\n').Count(line => line.Contains(words, StringComparison.Ordinal)) >= count, ct).ConfigureAwait(false);

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    private void Publish(JsonFacts facts)
    {
        if (facts.SpfRecord(Customer) is not { } record) throw new DemoFailure(_step, texts.Good(_step), facts.Points);
        printer.Say(texts.Publish(record));
        var wrong = world.Server.World.Apply(new WorldChange.Publish(record));
        Want(wrong is null, wrong ?? "");
    }

    private void Passes(string address)
    {
        string[] arguments = ["spf", "--ip", address, "--sender", $"form@{Customer}", "--resolver", world.Resolver];
        Show(3, arguments);
        using var facts = Facts(arguments);
        Want(facts.Of("result") == "pass", facts.Of("result"));
    }

    // The checklist for the Return-Path that the web server makes up, shown and read.
    private JsonFacts Checked(string address, string hello, params string[] more)
    {
        var arguments = CheckArguments(hello, $"apache@{DemoWorld.WebHost}", [address, .. more]);
        Show(Shown, arguments);
        return Facts(arguments);
    }

    private string[] CheckArguments(string hello, string returnPath, params string[] addresses) =>
        ["check", Customer, .. addresses.SelectMany(address => new[] { "--ip", address }), "--helo", hello, "--return-path", returnPath, "--resolver", world.Resolver];

    private void Show(int lines, params string[] arguments)
    {
        printer.Command(CommandOf(arguments));
        printer.Output(Said(arguments), lines);
    }

    // As grep does it, and as the command says.
    private void ShowWith(string word, params string[] arguments)
    {
        printer.Command($"{CommandOf(arguments)} | grep {word}");
        printer.Output(string.Join('\n', Said(arguments).Split('\n').Where(line => line.Contains(word, StringComparison.Ordinal))), Shown);
    }

    private string CommandOf(string[] arguments) => $"todoku {string.Join(' ', arguments).Replace(world.Folder + "/", "", StringComparison.Ordinal)}";

    private string Said(string[] arguments) => world.Run(arguments) is var answer && answer.Output.Length > 0 ? answer.Output : answer.Error;

    private JsonFacts Facts(params string[] arguments)
    {
        var answer = world.Run([.. arguments, "--json"]);
        Want(answer.Output.StartsWith('{'), answer.Error);
        return JsonFacts.Of(answer);
    }

    private string RelayText(IPEndPoint place) => $"""
        [relay]
        host-name = "{RelayHost}"
        data = "data"
        resolvers = ["{world.Resolver}"]
        loopback-servers = true

        [[listen]]
        address = "{place}"
        role = "trusted"
        trusted = ["127.0.0.0/8"]

        [[path]]
        name = "first"
        kind = "direct"
        ipv4 = "127.0.1.20"
        ipv6 = "none"
        sends-from = "{First}"
        port = {world.Server.SmtpPort}

        [[path]]
        name = "second"
        kind = "direct"
        helo = "two.{RelayHost}"
        ipv4 = "127.0.1.21"
        ipv6 = "none"
        sends-from = "{Second}"
        port = {world.Server.SmtpPort}

        """;

    private static string Outcomes(IReadOnlyList<StoredMail> mails) => string.Join("; ", mails.Select(mail => $"{mail.Address} {mail.Profile} {(mail.IsAccepted ? "accepted" : mail.Reply)}"));

    private void Want(bool isSo, string found)
    {
        if (!isSo) throw new DemoFailure(_step, texts.Good(_step), found);
    }
}
