using System.Globalization;
using System.Text.Json;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;

namespace Todoku.Cli.Sandbox;

/// <summary>Asks a sandbox that runs for its mailbox.</summary>
/// <param name="console">Where it is printed.</param>
/// <param name="texts">The words.</param>
/// <param name="url">Where the sandbox is.</param>
internal sealed class SandboxInboxRun(CliConsole console, CliTexts texts, string url)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Runs it.</summary>
    /// <param name="id">The number of one mail; null for all.</param>
    /// <param name="asJson">Whether the answer is printed as it is.</param>
    public int Run(string? id, bool asJson)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) throw new UsageException(texts.Sandbox.BadUrl(url), CommandExamples.SandboxInbox);
        if (id is not null && !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _)) throw new UnreadableException(texts.Sandbox.NoMail(id));
        return RunAsync(address, id, asJson).GetAwaiter().GetResult();
    }

    private async Task<int> RunAsync(Uri address, string? id, bool asJson)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = Patience };
        try
        {
            var answer = await GetAsync(client, id is null ? "/v1/mails" : $"/v1/mails/{id}").ConfigureAwait(false) ?? throw new UnreadableException(texts.Sandbox.NoMail(id ?? ""));
            if (asJson) console.Write($"{answer}\n");
            else Print(answer, id is null ? null : await GetAsync(client, $"/v1/mails/{id}/message").ConfigureAwait(false), id is not null);
            return ExitStatus.Fine;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UnreadableException(texts.Sandbox.NoSandbox(url, error.Message));
        }
    }

    private static async Task<string?> GetAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative)).ConfigureAwait(false);
        if (response.StatusCode == System.Net.HttpStatusCode.NotFound) return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync().ConfigureAwait(false);
    }

    private void Print(string answer, string? message, bool isWhole)
    {
        using var json = JsonDocument.Parse(answer);
        var mails = json.RootElement.GetProperty("mails");
        if (mails.GetArrayLength() == 0) console.Write($"{texts.Sandbox.Empty}\n");
        foreach (var mail in mails.EnumerateArray())
        {
            string Text(string name) => mail.GetProperty(name).ToString();
            var words = mail.GetProperty("accepted").GetBoolean() ? texts.Sandbox.Accepted : texts.Sandbox.Refused;
            Line($"{Text("id"),4}  {mail.GetProperty("time").GetDateTimeOffset():HH:mm:ss}  {words}  {Text("provider")}  {Text("ip")}  <{Text("sender")}> -> {List(mail, "recipients")}");
            if (Text("subject") is { Length: > 0 } subject) Line($"      {subject}");
            Line($"      {Text("reply")}");
            if (List(mail, "because") is { Length: > 0 } because) Line($"      {because}  ({Text("rule")})");
            if (Text("authentication") is { Length: > 0 } authentication && isWhole) Line($"      {authentication}");
        }
        if (message is not null) console.Write($"\n{string.Join('\n', message.Split('\n').Select(line => VisibleText.Escape(line.TrimEnd('\r'))))}");
    }

    private static string List(JsonElement mail, string name) => string.Join(", ", mail.GetProperty(name).EnumerateArray().Select(one => one.GetString()));

    private void Line(string text) => console.Write($"{VisibleText.Escape(text)}\n");
}
