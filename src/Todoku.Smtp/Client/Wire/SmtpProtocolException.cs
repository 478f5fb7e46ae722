namespace Todoku.Smtp.Client.Wire;

/// <summary>The server broke the protocol, so that the session can't go on. Caught once in the session and made an outcome; never leaves it.</summary>
internal sealed class SmtpProtocolException(string message) : Exception(message);
