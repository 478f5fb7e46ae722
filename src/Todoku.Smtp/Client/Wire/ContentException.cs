namespace Todoku.Smtp.Client.Wire;

/// <summary>The message could not be read while it was being sent. Caught once in the session and made an outcome; never leaves it.</summary>
internal sealed class ContentException(Exception cause) : Exception(cause.Message, cause);
