using QRCoder;

namespace Atkaruu.Modules.People;

/// <summary>QR codes as pictures.</summary>
internal static class QrPicture
{
    /// <summary>As the address of a picture that holds itself.</summary>
    public static string Of(string text) => "data:image/png;base64," + Convert.ToBase64String(Png(text, 6, edge: true));

    /// <param name="pixels">Of one square.</param>
    /// <param name="edge">With the white edge that a reader wants where nothing else leaves it.</param>
    public static byte[] Png(string text, int pixels, bool edge)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return picture.GetGraphic(pixels, drawQuietZones: edge);
    }
}
