using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Hosting;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Bench;

/// <summary>The SMTP server before a receiver that forgets everything: what the dialogue alone costs. Serves until its standard input ends.</summary>
internal sealed class SmtpServerBench : ISmtpReceiver, ISmtpMessageSink
{
    private static readonly Reply Forgotten = Reply.Of(250, 0, 0, "Forgotten");

    private long _messages;
    private long _octets;

    public static async Task RunAsync(int port)
    {
        var bench = new SmtpServerBench();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=bench.test", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        var tls = ServerCertificate.Use(certificate);
        var limits = new SmtpHostLimits { Connections = 20_000, ConnectionsFromLoopback = 20_000 };
        await using var host = new SmtpServerHost(bench, null, null, limits, TimeProvider.System);
        host.Start([new SmtpListener
        {
            EndPoint = new IPEndPoint(IPAddress.Loopback, port), Tls = () => tls, Session = new SmtpServerOptions { HostName = "bench.test", Role = SmtpListenerRole.Reception },
        }]);
        while (await Console.In.ReadLineAsync() is not null)
        {
            var cpu = Environment.CpuUsage.TotalTime.TotalMilliseconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bench._messages}\t{bench._octets}\t{cpu:0}\t{Environment.WorkingSet / 1024}\t{host.Sessions}"));
        }
    }

    public ValueTask<Reply?> AcceptSenderAsync(SmtpClientInfo client, Envelope envelope, CancellationToken cancellationToken) => default;

    public ValueTask<RecipientVerdict> AcceptRecipientAsync(
        SmtpClientInfo client, Envelope envelope, Mailbox recipient, RecipientParameters parameters, CancellationToken cancellationToken) => new(new RecipientVerdict.Local());

    public ValueTask<MessageOpening> OpenAsync(SmtpClientInfo client, Envelope envelope, CancellationToken cancellationToken) => new(new MessageOpening.Opened(this));

    public ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        Interlocked.Add(ref _octets, octets.Length);
        return default;
    }

    public ValueTask<Reply> CommitAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _messages);
        return new(Forgotten);
    }

    public ValueTask DisposeAsync() => default;
}
