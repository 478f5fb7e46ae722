using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Todoku.Knowledge;
using Todoku.Sandbox.Mails;
using Todoku.Sandbox.Scenarios;
using Todoku.Sandbox.Texts;
using Todoku.Sandbox.World;
using Todoku.Web.Hosting;

namespace Todoku.Web.Sandbox;

/// <summary>The HTTP door of a sandbox (docs/sandbox.md): the mailbox as a page and as JSON, changes of the world, its clock.</summary>
/// <param name="world">The world.</param>
/// <param name="language">The language of the page.</param>
/// <param name="tell">Is told of faults of our own.</param>
public sealed class SandboxDoor(SandboxWorld world, Language language, Action<string> tell)
{
    private const string Html = "text/html; charset=utf-8";

    /// <summary>Opens the door on a bound socket.</summary>
    public Task<WebDoor> OpenAsync(Socket socket) => WebDoor.OpenAsync(socket, new WebDoorOptions { Connections = 50 }, HandleAsync, tell);

    internal Task HandleAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // A page of a stranger may send a browser here under a name of its own (DNS rebinding); only addresses and this machine's own name are us.
        if (!IPAddress.TryParse(context.Request.Host.Host, out _) && context.Request.Host.Host != "localhost")
            return Problems.WriteAsync(context, Problems.Of(StatusCodes.Status403Forbidden, "wrong-host", "The sandbox is asked by its address"));
        world.Look();
        var path = (context.Request.Path.Value ?? "").Trim('/').Split('/');
        return (context.Request.Method, path) switch
        {
            ("GET", [""]) => PageAsync(context),
            ("GET", ["v1", "mails"]) => AnswerAsync(context, "application/json", MailJson.Of(world.Mails.All())),
            ("GET", ["v1", "mails", var id]) => Find(id) is { } mail ? AnswerAsync(context, "application/json", MailJson.Of([mail])) : NotFound(context),
            ("GET", ["v1", "mails", var id, "message"]) => Find(id)?.Message is { } message ? AnswerAsync(context, "text/plain; charset=utf-8", message) : NotFound(context),
            ("POST", ["v1", "changes"]) => ChangeAsync(context),
            ("POST", ["v1", "clock"]) => AdvanceAsync(context),
            (_, [""] or ["v1", "mails" or "changes" or "clock", ..]) => Problems.WriteAsync(context, Problems.OfRequest(StatusCodes.Status405MethodNotAllowed)),
            _ => NotFound(context),
        };
    }

    private Task PageAsync(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        return AnswerAsync(context, Html, Encoding.UTF8.GetBytes(InboxPage.Of(world.Mails.All(), InboxTexts.Of(language))));
    }

    private async Task ChangeAsync(HttpContext context)
    {
        using var body = await ReadAsync(context).ConfigureAwait(false);
        if (body is null) return;
        var (change, problems) = ChangeRequest.Read(body.RootElement, world.Scenario, language);
        var wrong = change is null ? string.Join("; ", problems) : world.Apply(change);
        if (wrong is null) context.Response.StatusCode = StatusCodes.Status204NoContent;
        else await BadAsync(context, wrong).ConfigureAwait(false);
    }

    private async Task AdvanceAsync(HttpContext context)
    {
        using var body = await ReadAsync(context).ConfigureAwait(false);
        if (body is null) return;
        if (body.RootElement.ValueKind != JsonValueKind.Object || !body.RootElement.TryGetProperty("advance", out var text) || text.ValueKind != JsonValueKind.String
            || !Values.TryDuration(text.GetString() ?? "", out var time))
        {
            await BadAsync(context, "write {\"advance\": \"1h30m\"}").ConfigureAwait(false);
            return;
        }
        world.Clock.Advance(time);
        world.Look();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    // Forms of other sites can't send this type without asking first.
    private static async Task<JsonDocument?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentType is not { } type || !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            await Problems.WriteAsync(context, Problems.Of(StatusCodes.Status415UnsupportedMediaType, "no-json", "The body must be application/json")).ConfigureAwait(false);
            return null;
        }
        try
        {
            return await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted).ConfigureAwait(false);
        }
        catch (JsonException error)
        {
            await BadAsync(context, $"the body is no JSON (line {error.LineNumber + 1})").ConfigureAwait(false);
            return null;
        }
    }

    private StoredMail? Find(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? world.Mails.Find(number) : null;

    private static Task NotFound(HttpContext context) => Problems.WriteAsync(context, Problems.OfRequest(StatusCodes.Status404NotFound) with { Do = "See docs/sandbox.md for the addresses that there are." });

    private static Task BadAsync(HttpContext context, string detail) =>
        Problems.WriteAsync(context, Problems.Of(StatusCodes.Status400BadRequest, "bad-value", "The request asks for what can't be done") with { Detail = detail });

    private static async Task AnswerAsync(HttpContext context, string type, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }
}
