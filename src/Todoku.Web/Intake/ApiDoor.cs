using System.Buffers;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Todoku.Relay.Intake.Api;
using Todoku.Relay.Queue;
using Todoku.Web.Hosting;

namespace Todoku.Web.Intake;

/// <summary>Mail by HTTP (docs/http-api.md). 202 is said when the message is on the disk, and not before.</summary>
/// <param name="intake">Takes messages.</param>
/// <param name="keys">Knows the API keys.</param>
/// <param name="queue">Tells what became of messages.</param>
/// <param name="messageSize">The most octets of a message.</param>
public sealed class ApiDoor(ApiIntake intake, FileApiKeys keys, DeliveryQueue queue, long messageSize)
{
    private const string Scheme = "Bearer ";
    private const int MaxIdempotencyKey = QueuedEnvelope.MaxKeyLength;

    private static readonly ProblemBody NoKey = Problems.Of(401, "no-key", "An API key is wanted") with
    {
        Where = "Authorization",
        Do = "Send Authorization: Bearer KEY; todoku relay apikey NAME makes a key.",
    };

    private static readonly ProblemBody WrongType = Problems.Of(415, "wrong-type", "The body is of a type that is not taken") with
    {
        Where = "Content-Type",
        Do = "Send application/json, or a whole message as message/rfc822.",
    };

    private static readonly ProblemBody NotYours = Problems.Of(404, "not-known", "No such message of yours is known") with
    {
        Do = "What became of a message is known for the time that status-time says in [http] of relay.toml; the relay's log may tell more.",
    };

    private static readonly ProblemBody BadToken = Problems.Of(400, "bad-idempotency-key", "This can't be an Idempotency-Key") with
    {
        Where = "Idempotency-Key",
        Do = $"Write at most {MaxIdempotencyKey} printable ASCII characters.",
    };

    // Octets of bodies that are in memory at once, over all connections; one of the largest always fits.
    private readonly long _mostMemory = Math.Max(128L << 20, messageSize * 2);
    private readonly ApiStatuses _statuses = new(queue);
    private long _memory;

    private long BodySize => (messageSize * 3 / 2) + (64 << 10);

    /// <summary>Opens the door on a bound socket.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="tls">Gives what TLS begins with now; null for plain HTTP.</param>
    /// <param name="tell">Is told of faults of our own.</param>
    public Task<WebDoor> OpenAsync(Socket socket, Func<SslServerAuthenticationOptions>? tls, Action<string> tell) =>
        WebDoor.OpenAsync(socket, new WebDoorOptions { Connections = 500, BodySize = BodySize, RequestLineSize = 64 << 10, Tls = tls }, HandleAsync, words => tell($"http: {words}"));

    internal async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (KeyOf(context.Request) is not { } key)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await Problems.WriteAsync(context, NoKey).ConfigureAwait(false);
            return;
        }
        switch (context.Request.Method, path.Split('/'))
        {
            case ("POST", ["", "v1", "messages"]):
                await SubmitAsync(context, key).ConfigureAwait(false);
                break;
            case ("GET", ["", "v1", "messages", var id]):
                await StatusAsync(context, key, id).ConfigureAwait(false);
                break;
            case (_, ["", "v1", "messages"] or ["", "v1", "messages", _]):
                await Problems.WriteAsync(context, Problems.OfRequest(405)).ConfigureAwait(false);
                break;
            default:
                await Problems.WriteAsync(context, Problems.OfRequest(404)).ConfigureAwait(false);
                break;
        }
    }

    private async Task SubmitAsync(HttpContext context, string key)
    {
        var request = context.Request;
        var token = request.Headers["Idempotency-Key"].ToString();
        if (token.Length > MaxIdempotencyKey || token.Any(c => c is < ' ' or > '~'))
        {
            await Problems.WriteAsync(context, BadToken).ConfigureAwait(false);
            return;
        }
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is not ("application/json" or "message/rfc822"))
        {
            await Problems.WriteAsync(context, WrongType).ConfigureAwait(false);
            return;
        }
        // A body whose length is not told may be as long as one may be.
        var reserved = Math.Min(request.ContentLength ?? BodySize, BodySize);
        if (Interlocked.Add(ref _memory, reserved) > _mostMemory)
        {
            Interlocked.Add(ref _memory, -reserved);
            await AnswerAsync(context, new ApiProblem(ApiProblemKind.NotNow, "too much is being received", "", "Try again later, with the same Idempotency-Key.")).ConfigureAwait(false);
            return;
        }
        try
        {
            var submitter = new ApiSubmitter(key, context.Connection.RemoteIpAddress is { } address ? Plain(address) : IPAddress.Loopback, token.Length == 0 ? null : token);
            var outcome = type == "message/rfc822" ? await RawAsync(context, submitter).ConfigureAwait(false) : await DescribedAsync(context, submitter).ConfigureAwait(false);
            if (outcome is ApiOutcome.Queued queued) await AcceptedAsync(context, queued).ConfigureAwait(false);
            else await AnswerAsync(context, ((ApiOutcome.Refused)outcome).Problem).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Add(ref _memory, -reserved);
        }
    }

    private async Task<ApiOutcome> RawAsync(HttpContext context, ApiSubmitter submitter)
    {
        var query = context.Request.Query;
        var octets = new ArrayBufferWriter<byte>((int)Math.Min(context.Request.ContentLength ?? 8192, 1 << 20) + 1);
        int length;
        while ((length = await context.Request.Body.ReadAsync(octets.GetMemory(8192), context.RequestAborted).ConfigureAwait(false)) > 0)
        {
            octets.Advance(length);
            if (octets.WrittenCount > messageSize) return new ApiOutcome.Refused(new ApiProblem(ApiProblemKind.TooLarge, "the message is too large", "", $"Send at most {messageSize} octets."));
        }
        var sender = query.TryGetValue("sender", out var named) ? named[^1] ?? "" : null;
        return await intake.SubmitAsync(octets.WrittenMemory, sender, [.. query["to"].OfType<string>()], submitter, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<ApiOutcome> DescribedAsync(HttpContext context, ApiSubmitter submitter)
    {
        try
        {
            if (await JsonSerializer.DeserializeAsync(context.Request.Body, ApiJson.Default.ApiMail, context.RequestAborted).ConfigureAwait(false) is { } mail)
                return await intake.SubmitAsync(mail, submitter, context.RequestAborted).ConfigureAwait(false);
            return NoJson("the body is null", "");
        }
        catch (JsonException error)
        {
            return NoJson($"line {error.LineNumber + 1}, octet {error.BytePositionInLine + 1}: {Reason(error)}", error.Path ?? "");
        }
        catch (InvalidOperationException)
        {
            return NoJson("a text holds half of a character (a lone surrogate)", "");
        }
    }

    private async Task StatusAsync(HttpContext context, string key, string text)
    {
        if (!QueueId.TryParse(text, out var id) || _statuses.Find(id, key) is not { } status)
        {
            await Problems.WriteAsync(context, NotYours).ConfigureAwait(false);
            return;
        }
        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(context.Response.Body, status, ApiJson.Default.ApiStatus, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task AcceptedAsync(HttpContext context, ApiOutcome.Queued queued)
    {
        var address = $"/v1/messages/{queued.Id}";
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.ContentType = "application/json";
        context.Response.Headers.Location = address;
        await JsonSerializer.SerializeAsync(context.Response.Body, new ApiAccepted(queued.Id.ToString(), address, queued.IsRepeated), ApiJson.Default.ApiAccepted, context.RequestAborted).ConfigureAwait(false);
    }

    private static Task AnswerAsync(HttpContext context, ApiProblem problem)
    {
        var (status, name, title) = problem.Kind switch
        {
            ApiProblemKind.TooLarge => (413, "too-large", "The message is too large"),
            ApiProblemKind.NotNow => (503, "not-now", "The relay can't take it now; nothing was accepted"),
            ApiProblemKind.Refused => (422, "refused", "The relay does not take this message"),
            _ => (400, "invalid", "The message is not described as it must be"),
        };
        if (status == 503) context.Response.Headers.RetryAfter = "10";
        return Problems.WriteAsync(context, Problems.Of(status, name, title) with { Detail = problem.Detail, Where = problem.Where.Length == 0 ? null : problem.Where, Do = problem.Do });
    }

    private static ApiOutcome.Refused NoJson(string detail, string where) =>
        new(new ApiProblem(ApiProblemKind.Invalid, detail, where, "See docs/http-api.md for the members that there are."));

    // Without the place, which is told apart from it.
    private static string Reason(JsonException error)
    {
        var end = error.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        return end < 0 ? "the body is no JSON of this form" : error.Message[..end];
    }

    private string? KeyOf(HttpRequest request)
    {
        var text = request.Headers.Authorization.ToString();
        return text.Length is > 7 and < 200 && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? keys.NameOf(text[Scheme.Length..].Trim()) : null;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
