using System.Net;
using System.Net.Sockets;
using Todoku.Knowledge;
using Todoku.Relay.Configuration;
using Todoku.Relay.Operating;
using Todoku.Relay.Operating.Sockets;

namespace Todoku.Relay.Tests.Operating.Sockets;

/// <summary>Which of the sockets that a service manager hands over is for which door; real sockets.</summary>
public sealed class SocketAssignmentTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<Socket> _sockets = [];
    private readonly Socket _smtp, _http, _metrics, _sendmail, _control, _stranger;
    private readonly RelayConfiguration _configuration;

    public SocketAssignmentTests()
    {
        (_smtp, _http, _metrics, _stranger) = (Tcp(), Tcp(), Tcp(), Tcp());
        (_sendmail, _control) = (Unix("sendmail.sock"), Unix("control.sock"));
        _configuration = ((ConfigurationOutcome.Valid)ConfigurationReader.Parse("/etc/todoku/relay.toml", $"""
            [relay]
            host-name = "mail.example.com"
            [[listen]]
            address = "{_smtp.LocalEndPoint}"
            role = "reception"
            [http]
            address = "{_http.LocalEndPoint}"
            keys = "keys"
            [metrics]
            address = "{_metrics.LocalEndPoint}"
            [sendmail]
            socket = "{_sendmail.LocalEndPoint}"
            [control]
            socket = "{_control.LocalEndPoint}"
            """, Language.English, checksFiles: false)).Configuration;
    }

    public void Dispose()
    {
        foreach (var socket in _sockets) socket.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("smtp", "http", "metrics", "sendmail", "control")]
    [InlineData("todoku-relay.socket", "todoku-relay.socket", "todoku-relay.socket", "todoku-relay.socket", "todoku-relay.socket")]
    [InlineData("", "unknown", "", "", "")]
    public void By_its_name_or_by_its_place_alone(string smtp, string http, string metrics, string sendmail, string control)
    {
        var all = Assign((control, _control), (metrics, _metrics), (smtp, _smtp), (sendmail, _sendmail), (http, _http));

        Assert.Empty(all.Refusals);
        Assert.Same(_smtp, Assert.Single(all.Listeners));
        Assert.Equal([_http, _metrics, _sendmail, _control], new[] { all.Http, all.Metrics, all.Sendmail, all.Control });
    }

    [Fact]
    public void What_the_configuration_does_not_have_there_is_refused_and_the_others_are_not_bound_by_it()
    {
        Assert.Equal((SocketRefusalReason.UnknownName, "smtp, http, metrics, sendmail, control"), Refused(("web", _http)));
        Assert.Equal((SocketRefusalReason.OtherPlace, $"{_http.LocalEndPoint}"), Refused(("http", _stranger)));
        Assert.Equal((SocketRefusalReason.OtherPlace, $"{_control.LocalEndPoint}"), Refused(("control", _sendmail)));
        Assert.Equal((SocketRefusalReason.OtherPlace, $"{_sendmail.LocalEndPoint}"), Refused(("sendmail", _smtp)));
        Assert.Equal((SocketRefusalReason.NoDoor, ""), Refused(("todoku-relay.socket", _stranger)));
        Assert.Equal((SocketRefusalReason.NoStream, ""), Refused(("smtp", null)));
        Assert.Equal((SocketRefusalReason.Twice, ""), Refused(("smtp", _smtp), ("smtp", _smtp)));
        Assert.Equal((SocketRefusalReason.Twice, ""), Refused(("http", _http), ("", _http)));
    }

    [Fact]
    public void A_name_of_a_door_that_is_not_configured_is_refused()
    {
        var all = SocketAssignment.Of(_configuration with { Metrics = null }, [new InheritedDescriptor(3, "metrics", _metrics)]);

        Assert.Equal(new SocketRefusal(3, "metrics", $"{_metrics.LocalEndPoint}", SocketRefusalReason.NoDoor, ""), Assert.Single(all.Refusals));
    }

    private (SocketRefusalReason, string) Refused(params (string, Socket?)[] handed)
    {
        var refusal = Assert.Single(Assign(handed).Refusals);
        return (refusal.Reason, refusal.Expected);
    }

    private SocketAssignment Assign(params (string Name, Socket? Socket)[] handed) =>
        SocketAssignment.Of(_configuration, [.. handed.Select((one, at) => new InheritedDescriptor(3 + at, one.Name, one.Socket))]);

    private Socket Tcp()
    {
        var socket = ListeningSockets.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _sockets.Add(socket);
        return socket;
    }

    private Socket Unix(string name)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder.Path, name)));
        _sockets.Add(socket);
        return socket;
    }
}
