using System.Net;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Transcripts;

namespace Todoku.Smtp.Server;

/// <summary>Is told what sessions did, for logs and figures. Called from many threads; must not block.</summary>
public interface ISmtpSessionObserver
{
    /// <summary>A connection was turned away before it became a session.</summary>
    void TurnedAway(IPAddress address, Reply reply);

    /// <summary>The receiver or the authenticator threw; the client was told to try again later.</summary>
    void Failed(SmtpClientInfo client, Exception exception);

    /// <summary>A session ended.</summary>
    void Ended(SmtpClientInfo client, SessionEnd end, Transcript transcript);
}
