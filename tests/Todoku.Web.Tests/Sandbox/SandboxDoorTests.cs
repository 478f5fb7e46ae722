using System.Net;
using System.Net.Sockets;
using System.Text;
using Todoku.Knowledge;
using Todoku.Sandbox.Mails;
using Todoku.Sandbox.Scenarios;
using Todoku.Sandbox.World;
using Todoku.Web.Sandbox;

namespace Todoku.Web.Tests.Sandbox;

/// <summary>The HTTP door of a sandbox, over a real connection.</summary>
public sealed class SandboxDoorTests
{
    private const string Text = """
        [sandbox]
        begins = "2026-11-25T10:00:00Z"
        [[blocklist]]
        zone = "zen.spamhaus.org"
        [[provider]]
        profile = "google"
        host = "mx.google.com"
        address = "127.0.2.1"
        domains = ["gmail.com"]
        """;

    private static readonly SandboxWorld World = new(((ScenarioOutcome.Read)ScenarioReader.Parse(Text, "x.toml", Language.English)).Scenario, KnowledgeBase.LoadEmbedded(), TimeProvider.System, _ => { });

    [Fact]
    public async Task Shows_the_mailbox_and_changes_the_world()
    {
        var mail = World.Mails.Add(new StoredMail(0, default, "mx.google.com", "google", IPAddress.Parse("192.0.2.1"), "h", "a@b.example", ["c@gmail.com"]) { Message = Encoding.ASCII.GetBytes("Subject: <i>\r\n\r\nbody\r\n"), IsAccepted = true });
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        await using var door = await new SandboxDoor(World, Language.English, _ => { }).OpenAsync(socket);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        using var page = await client.GetAsync("/");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("&lt;a@b.example&gt;", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"schema\":\"todoku/sandbox-inbox/1\"", await client.GetStringAsync("/v1/mails"), StringComparison.Ordinal);
        // Never as HTML, whatever it holds.
        using var message = await client.GetAsync($"/v1/mails/{mail.Id}/message");
        Assert.Equal(("text/plain", "nosniff"), (message.Content.Headers.ContentType?.MediaType, message.Headers.GetValues("X-Content-Type-Options").Single()));

        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(client, "/v1/changes", """{"do": "list", "blocklist": "zen.spamhaus.org", "network": "192.0.2.0/24"}"""));
        Assert.Single(World.Blocklists[0].Entries);
        var before = World.Clock.GetUtcNow();
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(client, "/v1/clock", """{"advance": "1h"}"""));
        Assert.True(World.Clock.GetUtcNow() - before >= TimeSpan.FromHours(1));

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, "/v1/changes", """{"do": "nothing"}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, "/v1/clock", """{"advance": "soon"}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, "/v1/changes", "{"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(client, "/v1/changes", "{}", "text/plain"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/v1/mails/999")).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.DeleteAsync("/v1/mails")).StatusCode);
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(foreign)).StatusCode);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string path, string body, string type = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        return response.StatusCode;
    }
}
