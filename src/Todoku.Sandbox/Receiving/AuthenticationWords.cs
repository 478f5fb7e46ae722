using System.Globalization;
using System.Text;
using Todoku.Authentication.Messages;

namespace Todoku.Sandbox.Receiving;

/// <summary>Says in one line what SPF, DKIM and DMARC found: <c>spf=pass smtp.mailfrom=a@example.com; dkim=none; dmarc=none header.from=example.com</c>.</summary>
internal static class AuthenticationWords
{
    /// <summary>The line.</summary>
    public static string Of(MessageAuthentication message)
    {
        var text = new StringBuilder();
        foreach (var method in MessageResults.Of(message).Methods)
        {
            if (text.Length > 0) text.Append("; ");
            text.Append(CultureInfo.InvariantCulture, $"{method.Method}={method.Result}");
            foreach (var property in method.Properties) text.Append(CultureInfo.InvariantCulture, $" {property.Type}.{property.Name}={property.Value}");
        }
        return text.ToString();
    }
}
