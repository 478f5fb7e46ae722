using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Todoku.Web.Hosting;

/// <summary>Writes what is wrong with a request (RFC 9457).</summary>
internal static class Problems
{
    private const string Prefix = "urn:todoku:problem:";

    /// <summary>Makes one.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="name">Its name in the documentation.</param>
    /// <param name="title">The problem in a few words.</param>
    public static ProblemBody Of(int status, string name, string title) => new() { Type = Prefix + name, Title = title, Status = status };

    /// <summary>One that HTTP itself knows.</summary>
    public static ProblemBody OfRequest(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => Of(status, "too-large", "The body of the request is too large") with { Do = "Send less at a time." },
        StatusCodes.Status408RequestTimeout => Of(status, "too-slow", "The request came too slowly") with { Do = "Send it again over a faster connection." },
        StatusCodes.Status404NotFound => Of(status, "no-such-address", "There is nothing at this address") with { Do = "See docs/http-api.md for the addresses that there are." },
        StatusCodes.Status405MethodNotAllowed => Of(status, "wrong-method", "This address does not take this method"),
        StatusCodes.Status500InternalServerError => Of(status, "fault", "The relay met a fault of its own") with { Do = "See the relay's log; nothing was accepted." },
        _ => Of(status, "bad-request", "The request is not well-formed HTTP"),
    };

    /// <summary>Answers with it.</summary>
    public static async Task WriteAsync(HttpContext context, ProblemBody problem)
    {
        context.Response.StatusCode = problem.Status;
        context.Response.ContentType = "application/problem+json";
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(problem, HostingJson.Default.ProblemBody), context.RequestAborted).ConfigureAwait(false);
    }
}
