using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Todoku.Relay.Operating;
using Todoku.Web.Control.Contract;
using Todoku.Web.Hosting;

namespace Todoku.Web.Control;

/// <summary>The control socket: HTTP and JSON for administrators of this machine (docs/relay-control.md). Who connects is known from the kernel.</summary>
/// <param name="control">Answers.</param>
/// <param name="identity">Who the relay runs as.</param>
/// <param name="audit">Is told what was changed, and by whom.</param>
public sealed class ControlDoor(IRelayControl control, UserIdentity identity, Action<string> audit)
{
    private const string Version = "/v1/";
    private const int UsualMax = 100;

    /// <summary>Opens the door on a bound socket.</summary>
    public Task<WebDoor> OpenAsync(Socket socket) => WebDoor.OpenAsync(socket, new WebDoorOptions { Connections = 50 }, HandleAsync, words => audit($"control: {words}"));

    internal Task HandleAsync(HttpContext context)
    {
        var peer = context.Features.Get<IConnectionSocketFeature>()?.Socket is { AddressFamily: AddressFamily.Unix } socket ? Peer.Of(socket) : null;
        if (peer?.MayControl(identity) != true) return AnswerAsync(context, new ControlFault(ControlFaultKind.NotAllowed, peer is null ? "" : $"user {peer.Identity.User}"));
        var path = context.Request.Path.Value ?? "";
        if (!path.StartsWith(Version, StringComparison.Ordinal)) return Problems.WriteAsync(context, Problems.OfRequest(StatusCodes.Status404NotFound));
        return RouteAsync(context, path[Version.Length..], peer.Identity.User);
    }

    private Task RouteAsync(HttpContext context, string path, uint user)
    {
        var (request, ct) = (context.Request, context.RequestAborted);
        return (request.Method, path.Split('/')) switch
        {
            ("GET", ["status"]) => AnswerAsync(context, control.StatusAsync(ct), ControlJson.Default.StatusAnswer),
            ("GET", ["queue"]) => ListAsync(context),
            ("GET", ["queue", "shape"]) => Number(context, "lanes", 20) is { } lanes ? AnswerAsync(context, control.ShapeAsync(lanes, ct), ControlJson.Default.ShapeAnswer) : BadNumber(context, "lanes"),
            ("POST", ["queue", "changes"]) => ChangeAsync(context, user),
            ("GET", ["queue", .. var id, "why"]) => AnswerAsync(context, control.WhyAsync(string.Join('/', id), ct), ControlJson.Default.WhyAnswer),
            ("GET", ["queue", .. var id, "trace"]) => AnswerAsync(context, control.TraceAsync(string.Join('/', id), ct), ControlJson.Default.TraceAnswer),
            ("GET", ["queue", .. var id]) => AnswerAsync(context, control.ShowAsync(string.Join('/', id), ct), ControlJson.Default.MessageAnswer),
            ("GET", ["suppressions"]) => Number(context, "max", UsualMax) is { } max
                ? AnswerAsync(context, control.SuppressionsAsync(Text(context, "match") ?? "", max, ct), ControlJson.Default.SuppressionsAnswer)
                : BadNumber(context, "max"),
            ("POST", ["suppressions"]) => SuppressAsync(context, user),
            ("DELETE", ["suppressions"]) => UnsuppressAsync(context, user),
            ("GET", ["paths"]) => AnswerAsync(context, control.PathsAsync(ct), ControlJson.Default.PathsAnswer),
            ("POST", ["paths", "open"]) => OpenPathAsync(context, user),
            ("GET", ["limits"]) => AnswerAsync(context, control.LimitsAsync(ct), ControlJson.Default.LimitsAnswer),
            (_, ["status" or "queue" or "suppressions" or "paths" or "limits", ..]) => Problems.WriteAsync(context, Problems.OfRequest(StatusCodes.Status405MethodNotAllowed)),
            _ => Problems.WriteAsync(context, Problems.OfRequest(StatusCodes.Status404NotFound)),
        };
    }

    private Task ListAsync(HttpContext context)
    {
        var age = Text(context, "older_than") is null ? -1 : Number(context, "older_than", 0);
        if (age is null) return BadNumber(context, "older_than");
        if (Number(context, "max", UsualMax) is not { } max) return BadNumber(context, "max");
        var selector = new QueueSelector
        {
            Id = Text(context, "id"),
            Sender = Text(context, "sender"),
            Domain = Text(context, "domain"),
            Provider = Text(context, "provider"),
            Cause = Text(context, "cause"),
            State = Text(context, "state"),
            OlderThan = age < 0 ? null : age,
        };
        return AnswerAsync(context, control.ListAsync(selector, max, Text(context, "after"), context.RequestAborted), ControlJson.Default.QueueListAnswer);
    }

    private async Task ChangeAsync(HttpContext context, uint user)
    {
        if (await ReadAsync(context, ControlJson.Default.ChangeBody).ConfigureAwait(false) is not { } body) return;
        // What began is ended, also when who asked goes away.
        var answer = await control.ChangeAsync(body, CancellationToken.None).ConfigureAwait(false);
        if (answer is ControlAnswer<ChangeAnswer>.Done { Value: var done }) audit($"control: user {user}: {body.Change} {Words(body.Selector)}: {done.Changed} of {done.Matched} deliveries changed");
        await AnswerAsync(context, Task.FromResult(answer), ControlJson.Default.ChangeAnswer).ConfigureAwait(false);
    }

    private async Task SuppressAsync(HttpContext context, uint user)
    {
        if (await ReadAsync(context, ControlJson.Default.SuppressionBody).ConfigureAwait(false) is not { } body) return;
        var answer = await control.SuppressAsync(body, CancellationToken.None).ConfigureAwait(false);
        if (answer is ControlAnswer<SuppressionLine>.Done { Value: var line }) audit($"control: user {user}: {line.Address} was put on the suppression list");
        await AnswerAsync(context, Task.FromResult(answer), ControlJson.Default.SuppressionLine).ConfigureAwait(false);
    }

    private async Task UnsuppressAsync(HttpContext context, uint user)
    {
        var answer = await control.UnsuppressAsync(Text(context, "address") ?? "", Text(context, "author_domain") ?? "", CancellationToken.None).ConfigureAwait(false);
        if (answer is ControlAnswer<SuppressionLine>.Done { Value: var line }) audit($"control: user {user}: {line.Address} was taken off the suppression list");
        await AnswerAsync(context, Task.FromResult(answer), ControlJson.Default.SuppressionLine).ConfigureAwait(false);
    }

    private async Task OpenPathAsync(HttpContext context, uint user)
    {
        if (await ReadAsync(context, ControlJson.Default.PathRequestBody).ConfigureAwait(false) is not { } body) return;
        var answer = await control.OpenPathAsync(body, CancellationToken.None).ConfigureAwait(false);
        if (answer is ControlAnswer<PathRequestBody>.Done) audit($"control: user {user}: path {body.Path} to {body.Provider} was opened");
        await AnswerAsync(context, Task.FromResult(answer), ControlJson.Default.PathRequestBody).ConfigureAwait(false);
    }

    private static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            if (await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted).ConfigureAwait(false) is { } body) return body;
            await AnswerAsync(context, new ControlFault(ControlFaultKind.BadValue, "the body is null")).ConfigureAwait(false);
        }
        catch (JsonException error)
        {
            await AnswerAsync(context, new ControlFault(ControlFaultKind.BadValue, $"the body is no JSON of this form ({error.Path}, line {error.LineNumber + 1})")).ConfigureAwait(false);
        }
        return null;
    }

    private static async Task AnswerAsync<T>(HttpContext context, Task<ControlAnswer<T>> answer, JsonTypeInfo<T> type)
    {
        switch (await answer.ConfigureAwait(false))
        {
            case ControlAnswer<T>.Done done:
                context.Response.ContentType = "application/json";
                await JsonSerializer.SerializeAsync(context.Response.Body, done.Value, type, context.RequestAborted).ConfigureAwait(false);
                break;
            case ControlAnswer<T>.Failed failed:
                await AnswerAsync(context, failed.Fault).ConfigureAwait(false);
                break;
        }
    }

    private static Task AnswerAsync(HttpContext context, ControlFault fault) => Problems.WriteAsync(context, ControlFaults.ProblemOf(fault));

    private static Task BadNumber(HttpContext context, string name) => AnswerAsync(context, new ControlFault(ControlFaultKind.BadValue, $"{name} is no number"));

    private static string? Text(HttpContext context, string name) => context.Request.Query.TryGetValue(name, out var values) ? values[^1] : null;

    private static int? Number(HttpContext context, string name, int usual) =>
        Text(context, name) is not { } text ? usual : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Words(QueueSelector? selector) => selector is null || SelectorReader.IsEmpty(selector)
        ? "all"
        : JsonSerializer.Serialize(selector, ControlJson.Default.QueueSelector);
}
