using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Todoku.Smtp.Client.Connecting;

namespace Todoku.Smtp.Tests.Client;

/// <summary>
/// A server that answers as it is told. <see cref="Answer"/> gets a verb (<c>CONNECT EHLO HELO LHLO STARTTLS AUTH MAIL RCPT DATA . BDAT RSET QUIT</c>, or
/// <c>SASL</c> for a line of AUTH) and the line, and says the reply (lines joined by \n), or one of the acts; null is the usual reply.
/// </summary>
internal sealed class ScriptedServer : ISmtpConnector
{
    /// <summary>Closes the connection in place of a reply.</summary>
    public const string Close = "(close)";

    /// <summary>Says nothing from here on.</summary>
    public const string Silent = "(silent)";

    /// <summary>Says nothing from here on, and reads nothing.</summary>
    public const string Stuck = "(stuck)";

    private readonly MemoryConnection _connection = new();
    private readonly List<byte> _read = [];
    private readonly TaskCompletionSource _silenced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Stream _stream;
    private bool _isSasl;

    public ScriptedServer() => _stream = _connection.Server;

    public Func<string, string, string?> Answer { get; init; } = (_, _) => null;

    /// <summary>The keywords after the first line of EHLO, joined by \n.</summary>
    public string Keywords { get; set; } = "PIPELINING\nSIZE 1000000\n8BITMIME\nDSN\nENHANCEDSTATUSCODES";

    public X509Certificate2? Certificate { get; init; }

    public X509Certificate2[] Intermediates { get; init; } = [];

    public bool IsImplicitTls { get; init; }

    /// <summary>The commands as they came.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>The messages as they came, with their stuffed dots and without the last one.</summary>
    public List<byte[]> Messages { get; } = [];

    /// <summary>What the client wrote, write by write.</summary>
    public IReadOnlyList<byte[]> Writes => _connection.Writes;

    /// <summary>Whether the client closed the connection.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Ends when it says no more.</summary>
    public Task Silenced => _silenced.Task;

    public Task Serving { get; private set; } = Task.CompletedTask;

    public Task<ConnectOutcome> ConnectAsync(SmtpEndpoint endpoint, TimeSpan limit, CancellationToken ct)
    {
        Serving = Task.Run(ServeAsync, CancellationToken.None);
        return Task.FromResult<ConnectOutcome>(new ConnectOutcome.Connected(new SmtpConnection(_connection.Client, null, null)));
    }

    private async Task ServeAsync()
    {
        try
        {
            if (IsImplicitTls) await UpgradeAsync();
            if (await SayAsync(Answer("CONNECT", "") ?? "220 mx.example ESMTP")) await ConverseAsync();
        }
        catch (Exception error) when (error is IOException or System.Security.Authentication.AuthenticationException or InvalidOperationException)
        {
            // The client went away.
        }
        finally
        {
            _connection.Server.Dispose();
        }
    }

    private async Task ConverseAsync()
    {
        while (await ReadLineAsync() is { } line)
        {
            Commands.Add(line);
            var verb = _isSasl ? "SASL" : line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "BDAT" && !await TakeChunkAsync(line)) return;
            var reply = Answer(verb, line) ?? Usual(verb);
            if (!await SayAsync(reply)) return;
            _isSasl = reply.StartsWith("334", StringComparison.Ordinal);
            if (verb == "STARTTLS" && reply.StartsWith("220", StringComparison.Ordinal)) await UpgradeAsync();
            if (verb == "QUIT") return;
            if (verb != "DATA" || !reply.StartsWith("354", StringComparison.Ordinal)) continue;
            if (!await TakeMessageAsync() || !await SayAsync(Answer(".", "") ?? "250 2.0.0 queued")) return;
        }
        IsClosed = true;
    }

    private string Usual(string verb) => verb switch
    {
        "EHLO" or "LHLO" => $"250-mx.example\n{string.Join('\n', Keywords.Split('\n')[..^1].Select(keyword => $"250-{keyword}"))}\n250 {Keywords.Split('\n')[^1]}".Replace("\n\n", "\n", StringComparison.Ordinal),
        "DATA" => "354 go on",
        "QUIT" => "221 2.0.0 bye",
        "STARTTLS" => "220 2.0.0 begin",
        _ => "250 2.0.0 ok",
    };

    private async Task UpgradeAsync()
    {
        _read.Clear();
        if (Certificate is null) await SayAsync(Silent);
        var tls = new SslStream(_connection.Server, leaveInnerStreamOpen: true);
        var context = SslStreamCertificateContext.Create(Certificate!, [.. Intermediates], offline: true);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = context });
        _stream = tls;
    }

    // False when the connection is closed by it.
    private async Task<bool> SayAsync(string reply)
    {
        if (reply == Close) return false;
        if (reply == Stuck)
        {
            _silenced.SetResult();
            await new TaskCompletionSource().Task;
        }
        if (reply == Silent)
        {
            _silenced.SetResult();
            while (await ReadMoreAsync()) ;
            return false;
        }
        await _stream.WriteAsync(Encoding.Latin1.GetBytes(reply.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n"));
        return !reply.StartsWith("421", StringComparison.Ordinal);
    }

    private async Task<bool> TakeMessageAsync()
    {
        // The line end before the dot may be that of DATA.
        var from = 0;
        while (true)
        {
            if (_read.Count >= 3 && _read[0] == '.' && _read[1] == '\r' && _read[2] == '\n')
            {
                Messages.Add([]);
                _read.RemoveRange(0, 3);
                return true;
            }
            var end = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_read)[from..].IndexOf("\r\n.\r\n"u8);
            if (end >= 0)
            {
                Messages.Add([.. _read[..(from + end + 2)]]);
                _read.RemoveRange(0, from + end + 5);
                return true;
            }
            from = Math.Max(0, _read.Count - 4);
            if (Answer("BODY", "") is { } early) return await SayAsync(early) && false;
            if (!await ReadMoreAsync()) return false;
        }
    }

    private async Task<bool> TakeChunkAsync(string line)
    {
        var length = int.Parse(line.Split(' ')[1], provider: null);
        while (_read.Count < length)
        {
            if (!await ReadMoreAsync()) return false;
        }
        Messages.Add([.. _read[..length]]);
        _read.RemoveRange(0, length);
        return true;
    }

    private async Task<string?> ReadLineAsync()
    {
        while (true)
        {
            var end = _read.IndexOf((byte)'\n');
            if (end >= 0)
            {
                Assert.True(end > 0 && _read[end - 1] == '\r', "a command ends with CRLF");
                var line = Encoding.UTF8.GetString([.. _read[..(end - 1)]]);
                _read.RemoveRange(0, end + 1);
                return line;
            }
            if (!await ReadMoreAsync()) return null;
        }
    }

    private async Task<bool> ReadMoreAsync()
    {
        var buffer = new byte[4096];
        var count = await _stream.ReadAsync(buffer);
        _read.AddRange(buffer.AsSpan(0, count));
        return count > 0;
    }
}
