using System.Net.Security;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace Todoku.Web.Hosting;

/// <summary>One HTTP door: Kestrel on one bound socket, with limits of its own, so that a crowd at one door leaves the others alone. It reads no configuration and no environment.</summary>
public sealed class WebDoor : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    // Slow bodies: octets a second, after some seconds.
    private static readonly MinDataRate SlowestBody = new(bytesPerSecond: 500, gracePeriod: TimeSpan.FromSeconds(10));

    private readonly WebApplication _application;

    private WebDoor(WebApplication application) => _application = application;

    /// <summary>Opens it.</summary>
    /// <param name="socket">A bound socket; it is the door's from now on.</param>
    /// <param name="options">Limits.</param>
    /// <param name="handle">Answers a request.</param>
    /// <param name="tell">Is told of faults of our own.</param>
    public static async Task<WebDoor> OpenAsync(Socket socket, WebDoorOptions options, Func<HttpContext, Task> handle, Action<string> tell)
    {
        ArgumentNullException.ThrowIfNull(socket);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(handle);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            Limit(kestrel, options);
            kestrel.Listen(socket.LocalEndPoint!, listener => Configure(listener, options));
        });
        builder.Services.Configure<SocketTransportOptions>(transport => transport.CreateBoundListenSocket = _ => socket);
        var application = builder.Build();
        application.Run(context => AnswerAsync(context, handle, tell));
        try
        {
            await application.StartAsync().ConfigureAwait(false);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            socket.Dispose();
            throw;
        }
        return new WebDoor(application);
    }

    /// <summary>Lets requests end that are under way, for a few seconds, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        using var grace = new CancellationTokenSource(Grace);
        await _application.StopAsync(grace.Token).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private static void Limit(KestrelServerOptions kestrel, WebDoorOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.AllowSynchronousIO = false;
        var limits = kestrel.Limits;
        limits.MaxConcurrentConnections = options.Connections;
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.MaxRequestBodySize = options.BodySize;
        limits.MaxRequestLineSize = options.RequestLineSize;
        limits.MaxRequestHeaderCount = options.HeaderFields;
        limits.MaxRequestHeadersTotalSize = options.HeaderSize;
        limits.KeepAliveTimeout = options.KeepAlive;
        limits.RequestHeadersTimeout = options.HeaderTime;
        limits.MinRequestBodyDataRate = SlowestBody;
        limits.Http2.MaxStreamsPerConnection = 32;
    }

    private static void Configure(ListenOptions listener, WebDoorOptions options)
    {
        listener.Protocols = options.Tls is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
        if (options.Tls is not { } tls) return;
        // Kestrel writes into what it is given.
        listener.UseHttps(new TlsHandshakeCallbackOptions
        {
            OnConnection = _ =>
            {
                var now = tls();
                return ValueTask.FromResult(new SslServerAuthenticationOptions
                {
                    ServerCertificate = now.ServerCertificate,
                    ServerCertificateContext = now.ServerCertificateContext,
                    EnabledSslProtocols = now.EnabledSslProtocols,
                });
            },
        });
    }

    private static async Task AnswerAsync(HttpContext context, Func<HttpContext, Task> handle, Action<string> tell)
    {
        try
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            await handle(context).ConfigureAwait(false);
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException error)
        {
            // The body was too large, too slow, or ended early.
            if (!context.Response.HasStarted) await Problems.WriteAsync(context, Problems.OfRequest(error.StatusCode)).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The client went away.
        }
        catch (Exception error)
        {
            tell($"{context.Request.Method} {context.Request.Path}: {error.GetType().Name}: {error.Message}");
            if (!context.Response.HasStarted) await Problems.WriteAsync(context, Problems.OfRequest(StatusCodes.Status500InternalServerError)).ConfigureAwait(false);
        }
    }
}
