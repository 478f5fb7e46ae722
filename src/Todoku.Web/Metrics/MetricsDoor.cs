using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Todoku.Web.Hosting;

namespace Todoku.Web.Metrics;

/// <summary>The door for Prometheus: <c>GET /metrics</c> (docs/relay-metrics.md).</summary>
/// <param name="write">The figures now.</param>
/// <param name="contentType">Their type.</param>
public sealed class MetricsDoor(Func<string> write, string contentType)
{
    private const string Address = "/metrics";
    private const int Connections = 20;

    /// <summary>Opens the door on a bound socket.</summary>
    public Task<WebDoor> OpenAsync(Socket socket, Action<string> tell) => WebDoor.OpenAsync(socket, new WebDoorOptions { Connections = Connections }, HandleAsync, words => tell($"metrics: {words}"));

    internal Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path.Value != Address) return Problems.WriteAsync(context, Problems.OfRequest(StatusCodes.Status404NotFound));
        if (!HttpMethods.IsGet(context.Request.Method)) return Problems.WriteAsync(context, Problems.OfRequest(StatusCodes.Status405MethodNotAllowed));
        context.Response.ContentType = contentType;
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(write()), context.RequestAborted).AsTask();
    }
}
