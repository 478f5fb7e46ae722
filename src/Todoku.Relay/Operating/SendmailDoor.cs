using System.Net;
using System.Net.Sockets;
using Todoku.Relay.Configuration;
using Todoku.Relay.Intake.Pickup;
using Todoku.Relay.Sendmail;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Hosting;

namespace Todoku.Relay.Operating;

/// <summary>The door for <c>todoku sendmail</c>: its socket, and the pickup of the folder where it leaves mail while the relay is down.</summary>
internal sealed class SendmailDoor : IAsyncDisposable
{
    private const UnixFileMode Anyone = (UnixFileMode)0b110_110_110;
    private const UnixFileMode Entered = (UnixFileMode)0b111_101_101;
    private readonly SendmailConfiguration _sendmail;
    private readonly SpoolPickup _pickup;
    private readonly bool _isInherited;

    private SendmailDoor(SendmailConfiguration sendmail, SmtpListener listener, SpoolPickup pickup, bool isInherited) =>
        (_sendmail, Listener, _pickup, _isInherited) = (sendmail, listener, pickup, isInherited);

    /// <summary>What the SMTP server listens to.</summary>
    public SmtpListener Listener { get; }

    /// <summary>Opens it; null when there is none.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="inherited">Its socket, when the service manager opened it; null to bind it.</param>
    /// <param name="parts">What the pickup works with.</param>
    /// <exception cref="IOException">The socket or the folder can't be had, which the message names.</exception>
    public static SendmailDoor? Open(RelayConfiguration configuration, Socket? inherited, Func<SendmailConfiguration, PickupParts> parts)
    {
        if (configuration.Sendmail is not { } sendmail) return null;
        PrepareSpool(sendmail.Spool);
        var listener = new SmtpListener
        {
            EndPoint = new IPEndPoint(IPAddress.Loopback, 0),
            Socket = inherited ?? Bind(sendmail.Socket),
            Session = new SmtpServerOptions
            {
                HostName = configuration.HostName.ToString(),
                Role = SmtpListenerRole.LocalUsers,
                Limits = configuration.Limits.Session,
                Timeouts = configuration.Limits.Timeouts,
            },
        };
        return new SendmailDoor(sendmail, listener, new SpoolPickup(parts(sendmail)), inherited is not null);
    }

    /// <summary>Begins to fetch.</summary>
    public void Begin() => _pickup.Start();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _pickup.DisposeAsync().ConfigureAwait(false);
        // The service manager goes on listening, and starts the relay anew for who comes.
        if (_isInherited) return;
        try
        {
            // So that who sends finds out at once that nobody listens.
            File.Delete(_sendmail.Socket);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Whoever comes next takes it over.
        }
    }

    private static Socket Bind(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder)) Make(folder, Entered);
            // A socket that nobody listens to was left by a relay that was killed.
            if (File.Exists(path))
            {
                if (IsListening(path)) throw new IOException($"{path}: another program listens there");
                File.Delete(path);
            }
            socket.Bind(new UnixDomainSocketEndPoint(path));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, Anyone);
            return socket;
        }
        catch (Exception error) when (error is SocketException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            socket.Dispose();
            throw error is IOException ? error : new IOException($"{path}: {error.Message}", error);
        }
    }

    private static bool IsListening(string path)
    {
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // A folder that is there keeps its mode: somebody chose it, and the service manager may not let the relay set the group bit.
    private static void PrepareSpool(string folder)
    {
        try
        {
            if (!Directory.Exists(folder)) Make(folder, SpoolFolder.Mode);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{folder}: {error.Message}", error);
        }
    }

    private static void Make(string folder, UnixFileMode mode)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, mode);
    }
}
